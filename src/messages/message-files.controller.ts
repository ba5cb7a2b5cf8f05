import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentAsker } from '../access/asker.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { sendUploaded, UploadedFileQuery } from '../http/send-uploaded.js';
import { RecordReading } from '../readings/record-reading.js';
import { MessagesQueries } from './messages.queries.js';

@Controller()
export class MessageFilesController {
  constructor(
    private readonly queries: MessagesQueries,
    private readonly store: FileStore,
    private readonly reading: RecordReading,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/message-files/:id/content',
    permit: 'signed-in',
    agents: 'message-file',
    summary: 'A file of a message as it was uploaded; `?inline=1` to look at a picture or PDF in place.',
    query: UploadedFileQuery,
    reply: 'application/octet-stream',
  })
  async content(
    @CurrentAsker() asker: Asker,
    @Param('id') id: string,
    @Query('inline') inline: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.file(id, asker);
    if (!file) throw new Refused(refuse('not-found'));
    await this.reading.run(asker, file.application);
    await sendUploaded(reply, this.store, file, inline);
  }
}
