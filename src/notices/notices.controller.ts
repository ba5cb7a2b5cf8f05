import { Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import { OpenNotice } from './open-notice.js';

@Controller()
export class NoticesController {
  constructor(
    private readonly open: OpenNotice,
    private readonly store: FileStore,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/notices/:id/pdf',
    permit: 'signed-in',
    summary: 'A notice as PDF, once it is ready. Records when the applicant first opened it.',
    reply: 'application/pdf',
  })
  async pdf(
    @CurrentAsker() asker: Asker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = await this.open.run(id, asker);
    if (!notice) throw new Refused(refuse('not-found'));
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', `${notice.title}_${notice.number}.pdf`))
      .header('content-security-policy', pdfPolicy)
      .send(this.store.open(notice.sha256));
  }
}
