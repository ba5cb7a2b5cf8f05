import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentAsker, type StaffAsker } from '../access/asker.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { sendUploaded, UploadedFileQuery } from '../http/send-uploaded.js';
import { sightOf } from '#engine';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { RecordReading } from '../readings/record-reading.js';
import { viewerOf } from '../readings/viewer.js';
import { AttachmentsQueries, type SubmittedTo } from './attachments.queries.js';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly queries: AttachmentsQueries,
    private readonly store: FileStore,
    private readonly reading: RecordReading,
    private readonly library: ProcedureLibrary,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/attachments/:id/content',
    permit: 'signed-in',
    agents: 'attachment',
    summary: 'The file as it was uploaded; `?inline=1` to look at a picture or PDF in place.',
    query: UploadedFileQuery,
    reply: 'application/octet-stream',
  })
  async content(
    @CurrentAsker() asker: Asker,
    @Param('id') id: string,
    @Query('inline') inline: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.find(id, asker);
    if (!file) throw new Refused(refuse('not-found'));
    if (file.application && asker.kind === 'staff' && (await this.isHidden(asker, file.application))) {
      throw new Refused(refuse('answer-hidden'));
    }
    if (file.application) await this.reading.run(asker, file.application);
    await sendUploaded(reply, this.store, file, inline);
  }

  private async isHidden(staff: StaffAsker, { version_hash, stage, field }: SubmittedTo): Promise<boolean> {
    const { procedure } = await this.library.version(version_hash);
    const question = procedure.form.fields.get(field);
    return (
      question !== undefined && sightOf(procedure, viewerOf(staff, procedure, stage), question) === 'hidden'
    );
  }
}
