import { Body, Controller, Param, Query } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { type Outcome, orRefuse, Refused, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { BeginPayments } from './begin-payments.js';
import { CancelPayments } from './cancel-payments.js';
import { ExportPayments } from './export-payments.js';
import { LookAgain } from './look-again.js';
import {
  NewPaymentsRequest,
  PaymentBatchView,
  PaymentsOverview,
  PlanRequest,
  ReasonRequest,
  ReleaseRequest,
  ReportRequest,
  WaitingList,
  WaitingQuery,
} from './payment-batch.dto.js';
import { type PayingProcedure, PaymentReach } from './payment-reach.js';
import { PaymentsQueries } from './payments.queries.js';
import { PlanPayments } from './plan-payments.js';
import { ReleasePayments } from './release-payments.js';
import { ReportResults } from './report-results.js';
import { SendBackPayments } from './send-back-payments.js';
import { SubmitPayments } from './submit-payments.js';
import { WaitingQueries } from './waiting.queries.js';

const pageSize = 100;

/** Batches of payments, for those whose role it is to pay and for auditors. */
@Controller()
export class PaymentsController {
  constructor(
    private readonly reach: PaymentReach,
    private readonly queries: PaymentsQueries,
    private readonly waiting: WaitingQueries,
    private readonly begin: BeginPayments,
    private readonly plan: PlanPayments,
    private readonly look: LookAgain,
    private readonly submit: SubmitPayments,
    private readonly sendBack: SendBackPayments,
    private readonly release: ReleasePayments,
    private readonly cancel: CancelPayments,
    private readonly make: ExportPayments,
    private readonly results: ReportResults,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payments',
    permit: 'staff',
    shows: 'nothing',
    summary: 'What waits to be paid, counted, and the latest batches.',
    reply: PaymentsOverview,
  })
  async overview(
    @CurrentAsker() me: StaffAsker,
    @AskedLanguage() language: Language,
  ): Promise<PaymentsOverview> {
    const reach = await this.translated(me, language);
    const procedures = [];
    for (const one of reach) {
      const { title } = one.version.procedure.info;
      procedures.push({ ...(await this.waiting.overview(one)), title });
    }
    return { procedures, batches: await this.queries.list(reach) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payments/waiting',
    permit: 'staff',
    summary: 'Applications of a procedure that wait for their money and are in no batch, the longest first.',
    query: WaitingQuery,
    reply: WaitingList,
  })
  async waitingOnes(
    @CurrentAsker() me: StaffAsker,
    @Query() { procedureId, after = '0' }: WaitingQuery,
  ): Promise<WaitingList> {
    const procedure = (await this.reach.of(me)).find(({ id }) => id === procedureId);
    if (!procedure) return { applications: [], next: null };
    const from = Number(after);
    const found = await this.waiting.list(procedure, from, pageSize + 1);
    return {
      applications: found.slice(0, pageSize),
      next: found.length > pageSize ? from + pageSize : null,
    };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments',
    permit: 'staff',
    summary: 'Begins a batch with those that were ticked, or with so many that have waited longest.',
    body: NewPaymentsRequest,
    reply: PaymentBatchView,
    status: 201,
  })
  async add(
    @CurrentAsker() me: StaffAsker,
    @Body() body: NewPaymentsRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.show(me, orRefuse(await this.begin.run(me, body)), language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payments/:id',
    permit: 'staff',
    shows: 'nothing',
    summary: 'A batch: where it stands, its sums, files and history.',
    reply: PaymentBatchView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    const batch = await this.queries.find(await this.translated(me, language), me, id);
    if (!batch) throw new Refused(refuse('not-found'));
    return batch;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/plan',
    permit: 'staff',
    summary: 'Pays on another day or from another account.',
    body: PlanRequest,
    reply: PaymentBatchView,
  })
  async replan(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: PlanRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.plan.run(me, id, body), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/look-again',
    permit: 'staff',
    summary: 'Has every payment looked at anew, as it is now.',
    reply: PaymentBatchView,
  })
  async lookAgain(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.look.run(me, id), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/submit',
    permit: 'staff',
    summary: 'Hands it to a second person; no warning is open any more.',
    reply: PaymentBatchView,
  })
  async submitOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.submit.run(me, id), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/send-back',
    permit: 'staff',
    summary: 'Sends it back to those who prepared it, with a reason.',
    body: ReasonRequest,
    reply: PaymentBatchView,
  })
  async sendBackOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.sendBack.run(me, id, reason), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/release',
    permit: 'staff',
    summary: 'Releases what a colleague prepared: exactly what was read.',
    body: ReleaseRequest,
    reply: PaymentBatchView,
  })
  async releaseOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { digest }: ReleaseRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.release.run(me, id, digest), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/cancel',
    permit: 'staff',
    summary: 'Gives a batch up that was not released.',
    body: ReasonRequest,
    reply: PaymentBatchView,
  })
  async cancelOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.cancel.run(me, id, reason), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/export',
    permit: 'staff',
    summary: 'Makes the files for the bank, once.',
    reply: PaymentBatchView,
  })
  async exportOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.make.run(me, id), me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payments/:id/results',
    permit: 'staff',
    summary: 'Takes what the bank says: all lines, or none.',
    body: ReportRequest,
    reply: PaymentBatchView,
  })
  async report(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ReportRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaymentBatchView> {
    return this.after(this.results.run(me, id, body), me, id, language);
  }

  private async after(
    verb: Promise<Outcome<null>>,
    me: StaffAsker,
    id: string,
    language: Language,
  ): Promise<PaymentBatchView> {
    orRefuse(await verb);
    return this.show(me, id, language);
  }

  private async translated(me: StaffAsker, language: Language): Promise<readonly PayingProcedure[]> {
    const reach = await this.reach.of(me);
    return reach.map((one) => ({ ...one, version: inLanguage(one.version, language) }));
  }
}
