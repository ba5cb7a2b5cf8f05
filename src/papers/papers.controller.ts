import { Controller, Param, Query, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import type { Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import type { NoticeInput } from '../notices/notice-renderer.js';
import { OpenAnswers } from '../readings/open-answers.js';
import { RecordReading } from '../readings/record-reading.js';
import { answersPaper } from './answers-paper.js';
import { DrawPaper } from './draw-paper.js';
import { PapersQueries } from './papers.queries.js';
import { receiptPaper } from './receipt-paper.js';
import type { Submitted } from './submitted.js';

/** A link that is saved sends no header of ours: the language stands in the address. */
const PaperQuery = Type.Object(
  {
    language: Type.Optional(Type.Union([Type.Literal('ja'), Type.Literal('en')])),
    n: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,3}$' })),
  },
  { additionalProperties: false },
);

@Controller()
export class PapersController {
  constructor(
    private readonly queries: PapersQueries,
    private readonly draw: DrawPaper,
    private readonly store: FileStore,
    private readonly reading: RecordReading,
    private readonly opening: OpenAnswers,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/receipt/pdf',
    permit: 'signed-in',
    agents: 'application',
    summary:
      'The receipt (受付票) of an application as PDF; `?n=2` of its first correction. The same bytes each time.',
    query: PaperQuery,
    reply: 'application/pdf',
  })
  receipt(
    @CurrentAsker() asker: Asker,
    @Param('id') id: string,
    @Query('language') language: Language = 'ja',
    @Query('n') n: string = '1',
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(asker, id, Number(n), language, receiptPaper, reply);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/answers/pdf',
    permit: 'signed-in',
    agents: 'application',
    summary:
      'What was submitted, question by question, as PDF; the latest state unless `?n=1` asks for another.',
    query: PaperQuery,
    reply: 'application/pdf',
  })
  async answers(
    @CurrentAsker() asker: Asker,
    @Param('id') id: string,
    @Query('language') language: Language = 'ja',
    @Query('n') n: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // A copy holds every answer: taking it opens those that an official sees masked.
    if (asker.kind === 'staff') orRefuse(await this.opening.all(asker, id));
    return this.answer(asker, id, n === undefined ? null : Number(n), language, answersPaper, reply);
  }

  private async answer(
    asker: Asker,
    id: string,
    n: number | null,
    language: Language,
    write: (submitted: Submitted) => NoticeInput,
    reply: FastifyReply,
  ): Promise<void> {
    const submitted = await this.queries.submitted(id, asker, n, language);
    if (!submitted) throw new Refused(refuse('not-found'));
    await this.reading.run(asker, submitted.application);
    const input = write(submitted);
    const sha256 = orRefuse(await this.draw.run(input));
    const name = `${input.model.title}_${submitted.number}.pdf`;
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', name))
      .header('content-security-policy', pdfPolicy)
      .send(this.store.open(sha256));
  }
}
