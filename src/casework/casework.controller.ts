import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AnnotateField } from './annotate-field.js';
import { AnnotateRequest, CaseworkView, NoteRequest, PresenceRequest } from './casework.dto.js';
import { CaseworkQueries } from './casework.queries.js';
import { KeepPresence } from './keep-presence.js';
import { WriteNote } from './write-note.js';

/** What officials do beside each other on one application. */
@Controller()
export class CaseworkController {
  constructor(
    private readonly queries: CaseworkQueries,
    private readonly presence: KeepPresence,
    private readonly annotate: AnnotateField,
    private readonly note: WriteNote,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/presence',
    permit: 'staff',
    summary:
      'A sign of life, every 15 seconds while the application is open: who else is at it, what they marked and noted.',
    body: PresenceRequest,
    reply: CaseworkView,
  })
  async keepPresence(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { writing }: PresenceRequest,
  ): Promise<CaseworkView> {
    orRefuse(await this.presence.run(me, id, writing));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/applications/:id/presence',
    permit: 'staff',
    summary: 'The official has left the application.',
    status: 204,
  })
  async leave(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.presence.leave(me, id));
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/applications/:id/annotations',
    permit: 'staff',
    summary: 'Marks an answer as checked, as a question or as a defect, for colleagues to see.',
    body: AnnotateRequest,
    reply: CaseworkView,
  })
  async annotateField(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: AnnotateRequest,
  ): Promise<CaseworkView> {
    orRefuse(await this.annotate.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/notes',
    permit: 'staff',
    summary: 'Leaves a note that colleagues alone read. The same `id` again changes nothing.',
    body: NoteRequest,
    reply: CaseworkView,
  })
  async writeNote(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: NoteRequest,
  ): Promise<CaseworkView> {
    orRefuse(await this.note.run(me, id, body));
    return this.show(me, id);
  }

  private async show(me: StaffAsker, id: string): Promise<CaseworkView> {
    const view = await this.queries.find(id, me);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }
}
