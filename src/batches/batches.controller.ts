import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import {
  BatchLetters,
  BatchLettersQuery,
  BatchList,
  BatchOffer,
  BatchRows,
  BatchRowsQuery,
  BatchTemplateQuery,
  BatchView,
  CheckBatchRequest,
  mostRows,
  NewBatchRequest,
  StartBatchRequest,
} from './batch.dto.js';
import { OfferBatch } from './batch-offer.js';
import { BatchTemplate } from './batch-template.js';
import { BatchesQueries } from './batches.queries.js';
import { BeginBatch } from './begin-batch.js';
import { CheckBatch } from './check-batch.js';
import { DrawProof } from './draw-proof.js';
import { LettersQueries } from './letters.queries.js';
import { resultsCsv } from './results-csv.js';
import { StartBatch } from './start-batch.js';
import { StopBatch } from './stop-batch.js';

const pageSize = 100;

/** Many applications at once, in the name of the official who asks. */
@Controller()
export class BatchesController {
  constructor(
    private readonly queries: BatchesQueries,
    private readonly offer: OfferBatch,
    private readonly begin: BeginBatch,
    private readonly check: CheckBatch,
    private readonly start: StartBatch,
    private readonly stop: StopBatch,
    private readonly template: BatchTemplate,
    private readonly letters: LettersQueries,
    private readonly proofs: DrawProof,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches',
    permit: 'staff',
    shows: 'nothing',
    summary: 'The asker’s latest batches.',
    reply: BatchList,
  })
  async list(@CurrentAsker() me: StaffAsker): Promise<BatchList> {
    return { batches: await this.queries.own(me.id) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/batches',
    permit: 'staff',
    summary: 'Lists applications to do one thing with: ticked ones, a whole list, or a table of numbers.',
    body: NewBatchRequest,
    reply: BatchView,
    status: 201,
  })
  async add(@CurrentAsker() me: StaffAsker, @Body() body: NewBatchRequest): Promise<BatchView> {
    return this.show(me, orRefuse(await this.begin.run(me, body)));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id',
    permit: 'staff',
    shows: 'nothing',
    summary: 'How far a batch of the asker’s is, and what became of its applications, counted.',
    reply: BatchView,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<BatchView> {
    const batch = await this.queries.find(me.id, id);
    if (!batch) throw new Refused(refuse('not-found'));
    return batch;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id/offer',
    permit: 'staff',
    shows: 'nothing',
    summary: 'What can be done with the applications of a batch, and who may be given them.',
    reply: BatchOffer,
  })
  async offered(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<BatchOffer> {
    await this.show(me, id);
    return this.offer.run(me, id, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id/rows',
    permit: 'staff',
    summary: 'The applications of a batch, each with what became of it or would.',
    query: BatchRowsQuery,
    reply: BatchRows,
  })
  async rows(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() { after = '0', only }: BatchRowsQuery,
  ): Promise<BatchRows> {
    const batch = await this.show(me, id);
    const found = await this.queries.rows(batch, Number(after), only, pageSize + 1);
    const rows = found.slice(0, pageSize);
    return { rows, next: found.length > pageSize ? (rows.at(-1)?.n ?? null) : null };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id/letters',
    permit: 'staff',
    summary: 'What a batch would send, word for word, the odd letters first; nothing once it has ended.',
    query: BatchLettersQuery,
    reply: BatchLetters,
  })
  async proof(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() { after = '0' }: BatchLettersQuery,
  ): Promise<BatchLetters> {
    await this.show(me, id);
    return this.letters.page(id, Number(after));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id/letters/pdf',
    permit: 'staff',
    summary: 'The same as they will be printed, marked 案, 200 in one PDF; `?after=200` for the next.',
    query: BatchLettersQuery,
    reply: 'application/pdf',
  })
  async proofPdf(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() { after = '0' }: BatchLettersQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(me, id);
    const pdf = orRefuse(await this.proofs.run(id, Number(after)));
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', `案_${Number(after) + 1}.pdf`))
      .header('content-security-policy', pdfPolicy)
      .send(pdf);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id/results',
    permit: 'staff',
    summary: 'The same as a table for a spreadsheet (CSV, UTF-8 with mark).',
    reply: 'text/csv',
  })
  async results(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const batch = await this.show(me, id);
    const rows = await this.queries.rows(batch, 0, undefined, mostRows);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', `results-${id}.csv`))
      .send(resultsCsv(rows, language));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/batches/:id/template',
    permit: 'staff',
    summary: 'A table to be filled in for one action: its columns, and a line for each application (CSV).',
    query: BatchTemplateQuery,
    reply: 'text/csv',
  })
  async emptyTable(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() query: BatchTemplateQuery,
    @AskedLanguage() language: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.template.csv(me, id, query, language);
    if (text === null) throw new Refused(refuse('not-found'));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', `${query.action}.csv`))
      .send(text);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/batches/:id/check',
    permit: 'staff',
    summary: 'Says what is to be done, and has it tried for each without doing it.',
    body: CheckBatchRequest,
    reply: BatchView,
  })
  async checkOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { work }: CheckBatchRequest,
  ): Promise<BatchView> {
    orRefuse(await this.check.run(me.id, id, work));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/batches/:id/start',
    permit: 'staff',
    summary: 'Lets it begin in some minutes, until which it can be taken back; 0 is at once.',
    body: StartBatchRequest,
    reply: BatchView,
  })
  async startOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { minutes }: StartBatchRequest,
  ): Promise<BatchView> {
    orRefuse(await this.start.run(me, id, minutes));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/batches/:id/stop',
    permit: 'staff',
    summary: 'Takes it back; once it has begun, what has not been done stays undone.',
    reply: BatchView,
  })
  async stopOne(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<BatchView> {
    orRefuse(await this.stop.run(me, id));
    return this.show(me, id);
  }
}
