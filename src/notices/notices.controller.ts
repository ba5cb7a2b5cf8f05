import { Controller, Param, Query, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { type ApplicantAsker, type Asker, CurrentAsker, ownRows } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import { readTimeCursor, writeTimeCursor } from '../http/time-cursor.js';
import { RecordReading } from '../readings/record-reading.js';
import { NoticeList } from './notice-list.dto.js';
import { NoticesQueries } from './notices.queries.js';
import { OpenNotice } from './open-notice.js';

const pageSize = 20;

const PageQuery = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);

@Controller()
export class NoticesController {
  constructor(
    private readonly queries: NoticesQueries,
    private readonly open: OpenNotice,
    private readonly store: FileStore,
    private readonly reading: RecordReading,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/notices',
    permit: 'applicant-or-guest',
    agents: 'filtered',
    summary:
      'Notices and mails about all own applications, newest first; `next` is the cursor of the next page.',
    query: PageQuery,
    reply: NoticeList,
  })
  async list(
    @CurrentAsker() me: ApplicantAsker,
    @Query('cursor') cursor: string | undefined,
    @AskedLanguage() language: Language,
  ): Promise<NoticeList> {
    const found = await this.queries.list(ownRows(me), readTimeCursor(cursor), pageSize + 1, language);
    const notices = found.slice(0, pageSize);
    const last = found.length > pageSize ? notices.at(-1) : undefined;
    return { notices, next: last ? writeTimeCursor(last.createdAt, last.id) : null };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/notices/:id/read',
    permit: 'applicant-or-guest',
    agents: 'notice',
    summary: 'The applicant has unfolded the words of a mail. Records when they first did.',
    status: 204,
  })
  async read(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    if (!(await this.open.readWords(id, me.id))) throw new Refused(refuse('not-found'));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/notices/:id/pdf',
    permit: 'signed-in',
    agents: 'notice',
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
    await this.reading.run(asker, notice.application);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', `${notice.title}_${notice.number}.pdf`))
      .header('content-security-policy', pdfPolicy)
      .send(this.store.open(notice.sha256));
  }
}
