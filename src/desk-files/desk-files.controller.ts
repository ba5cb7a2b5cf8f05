import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { sendUploaded, UploadedFileQuery } from '../http/send-uploaded.js';
import { RecordReading } from '../readings/record-reading.js';
import { DeskFilesQueries } from './desk-files.queries.js';

@Controller()
export class DeskFilesController {
  constructor(
    private readonly queries: DeskFilesQueries,
    private readonly store: FileStore,
    private readonly reading: RecordReading,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/files/:id/content',
    permit: 'staff',
    shows: 'list',
    summary: 'A scan, or another file that officials keep with a case; `?inline=1` to look at it in place.',
    query: UploadedFileQuery,
    reply: 'application/octet-stream',
  })
  async content(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query('inline') inline: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.find(id, me);
    if (!file) throw new Refused(refuse('not-found'));
    if (file.application) await this.reading.run(me, file.application);
    await sendUploaded(reply, this.store, file, inline);
  }
}
