import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { PauseProcedure } from './pause-procedure.js';
import { ChangesView, PauseRequest, ProcedureVersions, RollBackRequest } from './publishing.dto.js';
import { RollBack } from './roll-back.js';
import { VersionsQueries } from './versions.queries.js';

const procedureId = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What is and was in force of a procedure. Everybody may know; who agrees to publications acts. */
@Controller()
export class VersionsController {
  constructor(
    private readonly queries: VersionsQueries,
    private readonly pausing: PauseProcedure,
    private readonly rollBack: RollBack,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/builder/procedures/:id/versions',
    permit: 'office:read-drafts',
    shows: 'nothing',
    params: { id: procedureId },
    summary: 'Every version of a procedure, which applications have it, and when which came into force.',
    reply: ProcedureVersions,
  })
  async versions(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ProcedureVersions> {
    const view = await this.queries.find(me, id, language);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/procedures/:id/versions/:hash/changes',
    permit: 'office:read-drafts',
    shows: 'nothing',
    params: { id: procedureId, hash: /^[0-9a-f]{64}$/ },
    summary: 'What a version changed against the one before it.',
    reply: ChangesView,
  })
  async changes(
    @Param('id') id: string,
    @Param('hash') hash: string,
    @AskedLanguage() language: Language,
  ): Promise<ChangesView> {
    const changes = await this.queries.changes(id, hash, language);
    if (!changes) throw new Refused(refuse('not-found'));
    return { changes };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/procedures/:id/pause',
    permit: 'office:publish',
    params: { id: procedureId },
    summary: 'Accepts nothing of a procedure until it is reopened; applicants read the text.',
    body: PauseRequest,
    reply: ProcedureVersions,
  })
  async pause(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() text: PauseRequest,
    @AskedLanguage() language: Language,
  ): Promise<ProcedureVersions> {
    orRefuse(await this.pausing.pause(me, id, text));
    return this.versions(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/procedures/:id/reopen',
    permit: 'office:publish',
    params: { id: procedureId },
    summary: 'Ends a pause.',
    reply: ProcedureVersions,
  })
  async reopen(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ProcedureVersions> {
    orRefuse(await this.pausing.reopen(me, id));
    return this.versions(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/procedures/:id/roll-back',
    permit: 'office:publish',
    params: { id: procedureId },
    summary: 'Puts an earlier version in force again, at once, with a reason.',
    body: RollBackRequest,
    reply: ProcedureVersions,
  })
  async back(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { hash, reason }: RollBackRequest,
    @AskedLanguage() language: Language,
  ): Promise<ProcedureVersions> {
    orRefuse(await this.rollBack.run(me, id, hash, reason));
    return this.versions(me, id, language);
  }
}
