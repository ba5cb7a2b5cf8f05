import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import { lockApplication } from '../applications/locked-application.js';
import { TakeAction } from '../applications/take-action.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { failedCommand } from './failed-command.js';
import type { Reported } from './payment.entity.js';
import { recordPaymentEvent } from './record-payment-event.js';

interface Row {
  readonly n: number;
  readonly application_id: string;
  readonly reported: Reported;
}

/** What became of it where the application had been moved on by hand before: the bank's word counts for the payment. */
const movedOn = 'moved-on';

/** Carries out what the bank says: each application in a transaction that also settles its payment. */
@Injectable()
export class SettlePayments {
  private readonly logger = new Logger('payments');

  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly library: ProcedureLibrary,
    private readonly take: TakeAction,
  ) {}

  /** One of a batch. @returns false when none is left that nobody else is at */
  async run(batchId: string): Promise<boolean> {
    const worked = await this.dataSource.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(
        `select n, application_id, reported from payment
         where batch_id = $1 and state = 'ready' and reported is not null and outcome is null
         order by n limit 1 for update skip locked`,
        [batchId],
      );
      if (!row) return false;
      const outcome = await this.outcomeOf(tx, row);
      const settled = outcome.code === 'done' || outcome.code === movedOn;
      await tx.query(
        `update payment set outcome = $3, state = case when $4 then $5 else state end,
           settled_on = case when $4 then $6::date end where batch_id = $1 and n = $2`,
        [batchId, row.n, JSON.stringify(outcome), settled, row.reported.result, row.reported.on],
      );
      return true;
    });
    if (!worked) await this.close(batchId);
    return worked;
  }

  private async outcomeOf(
    tx: EntityManager,
    row: Row,
  ): Promise<{ code: string; params?: Readonly<Record<string, string | number>> }> {
    const staff = await this.askers.find(row.reported.by);
    if (!staff) return { code: 'account-disabled' };
    try {
      const outcome = await tx.transaction((inner) => this.perform(inner, staff, row));
      if (outcome.ok) return { code: outcome.value };
      return { code: outcome.code, ...(outcome.params && { params: outcome.params }) };
    } catch (error) {
      // What one application brings up must not keep the others from their turn.
      const why = error instanceof Error ? error.name : 'unknown';
      this.logger.error(`Payment ${String(row.n)} of application ${row.application_id} failed (${why}).`);
      return { code: 'failed' };
    }
  }

  private async perform(
    tx: EntityManager,
    staff: StaffAsker,
    { application_id: id, reported }: Row,
  ): Promise<Outcome<string>> {
    const application = await lockApplication(tx, id, { procedures: Object.keys(staff.roles) });
    if (!application) return refuse('not-found');
    const { procedure } = await this.library.version(application.version_hash);
    const payment = procedure.workflow.stages.get(application.state.stage)?.payment ?? null;
    if (!payment) return done(movedOn);
    const { lock, answers } = application;
    const [action, given] =
      reported.result === 'paid'
        ? [payment.paid.action, { fields: { [payment.paid.date]: reported.on } }]
        : [payment.failed.action, failedCommand(procedure, payment, answers, reported)];
    const taken = await this.take.run(staff, id, action, { lock, ...given }, tx);
    return taken.ok ? done('done') : taken;
  }

  /** Once the bank has answered for every one of them. */
  private async close(batchId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [[closed]] = await tx.query<[unknown[], number]>(
        `update payment_batch b set state = 'closed' where id = $1 and state = 'exported'
           and not exists (select from payment where batch_id = b.id and state in ('listed', 'ready')) returning id`,
        [batchId],
      );
      if (closed) await recordPaymentEvent(tx, null, batchId, 'close', {});
    });
  }
}
