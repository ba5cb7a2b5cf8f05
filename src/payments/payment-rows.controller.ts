import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AcceptFinding } from './accept-finding.js';
import { FetchPaymentFile } from './fetch-payment-file.js';
import {
  AcceptRequest,
  mostPayments,
  PaymentRows,
  PaymentRowsQuery,
  ReasonRequest,
  ReportRowRequest,
} from './payment-batch.dto.js';
import { paymentResultsCsv } from './payment-results-csv.js';
import { type PayingProcedure, PaymentReach } from './payment-reach.js';
import { PaymentRowsQueries } from './payment-rows.queries.js';
import { PaymentsQueries } from './payments.queries.js';
import { ReportResults } from './report-results.js';
import { TakeOutPayment } from './take-out-payment.js';

const pageSize = 100;
const line = /^[1-9]\d{0,5}$/;

/** Single payments of a batch, and what leaves the house with it. */
@Controller()
export class PaymentRowsController {
  constructor(
    private readonly reach: PaymentReach,
    private readonly batches: PaymentsQueries,
    private readonly queries: PaymentRowsQueries,
    private readonly accept: AcceptFinding,
    private readonly takeOut: TakeOutPayment,
    private readonly results: ReportResults,
    private readonly fetch: FetchPaymentFile,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payments/:id/rows',
    permit: 'staff',
    summary: 'The payments of a batch, each with what was found and what became of it.',
    query: PaymentRowsQuery,
    reply: PaymentRows,
  })
  async rows(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() { after = '0', only }: PaymentRowsQuery,
  ): Promise<PaymentRows> {
    const procedure = await this.procedureOf(me, id);
    const found = await this.queries.rows(me, procedure, id, Number(after), only, pageSize + 1);
    const rows = found.slice(0, pageSize);
    return { rows, next: found.length > pageSize ? (rows.at(-1)?.n ?? null) : null };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payments/:id/results',
    permit: 'staff',
    summary: 'The same as a table for a spreadsheet (CSV, UTF-8 with mark).',
    reply: 'text/csv',
  })
  async resultsTable(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const procedure = await this.procedureOf(me, id);
    const rows = await this.queries.rows(me, procedure, id, 0, undefined, mostPayments);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', `payments-${id}.csv`))
      .send(paymentResultsCsv(rows, language));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payments/:id/files/:part',
    permit: 'staff',
    summary: 'A file for the bank (全銀 総合振込); each time it is fetched is recorded.',
    params: { part: /^[1-9]\d{0,3}$/ },
    reply: 'application/octet-stream',
  })
  async file(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('part') part: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = orRefuse(await this.fetch.run(me, id, Number(part)));
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', contentDisposition('attachment', name))
      .send(bytes);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/rows/:n/accept',
    permit: 'staff',
    summary: 'Pays although there is a warning, by name and with a reason.',
    params: { n: line },
    body: AcceptRequest,
    status: 204,
  })
  async acceptOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('n') n: string,
    @Body() body: AcceptRequest,
  ): Promise<void> {
    orRefuse(await this.accept.run(me, id, Number(n), body));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/rows/:n/take-out',
    permit: 'staff',
    summary: 'Leaves one payment out of the batch.',
    params: { n: line },
    body: ReasonRequest,
    status: 204,
  })
  async takeOutOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('n') n: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    orRefuse(await this.takeOut.run(me, id, Number(n), reason));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/rows/:n/result',
    permit: 'staff',
    summary: 'What the bank says of one payment.',
    params: { n: line },
    body: ReportRowRequest,
    status: 204,
  })
  async report(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('n') n: string,
    @Body() body: ReportRowRequest,
  ): Promise<void> {
    orRefuse(await this.results.one(me, id, Number(n), body));
  }

  /** Of a batch within reach. */
  private async procedureOf(me: StaffAsker, id: string): Promise<PayingProcedure> {
    const reach = await this.reach.of(me);
    const batch = await this.batches.find(reach, me, id);
    const procedure = reach.find((one) => one.id === batch?.procedureId);
    if (!procedure) throw new Refused(refuse('not-found'));
    return procedure;
  }
}
