import { Controller, Param, Query, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { FileStore } from '../files/file-store.js';
import { isShownInPlace } from '../files/media-type.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { pdfPolicy, uploadedPolicy } from '../http/security-headers.js';
import { AttachmentsQueries } from './attachments.queries.js';

const InlineQuery = Type.Object(
  { inline: Type.Optional(Type.Literal('1')) },
  { additionalProperties: false },
);

@Controller()
export class AttachmentsController {
  constructor(
    private readonly queries: AttachmentsQueries,
    private readonly store: FileStore,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/attachments/:id/content',
    permit: 'signed-in',
    agents: 'attachment',
    summary: 'The file as it was uploaded; `?inline=1` to look at a picture or PDF in place.',
    query: InlineQuery,
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
    const kind = inline === '1' && isShownInPlace(file.media_type) ? 'inline' : 'attachment';
    const viewsPdf = kind === 'inline' && file.media_type === 'application/pdf';
    await reply
      .header('content-type', file.media_type)
      .header('content-length', file.bytes)
      .header('content-disposition', contentDisposition(kind, file.name))
      .header('content-security-policy', viewsPdf ? pdfPolicy : uploadedPolicy)
      .send(this.store.open(file.sha256));
  }
}
