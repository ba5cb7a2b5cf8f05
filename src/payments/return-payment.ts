import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paidAt, takeBackPayment } from '#engine';
import { actorIn, type StaffAsker } from '../access/asker.js';
import { fromEngine } from '../applications/engine-refusal.js';
import { factsOf, lockApplication } from '../applications/locked-application.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { failedCommand } from './failed-command.js';
import type { Reported } from './payment.entity.js';
import { recordPaymentEvent } from './record-payment-event.js';

interface PaidRow {
  readonly batchId: string;
  readonly n: number;
  readonly applicationId: string;
}

@Injectable()
export class ReturnPayment {
  constructor(
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
  ) {}

  /**
   * 組戻し of a payment that was recorded as paid: its application, which had ended, is taken up again where it was
   * paid, its applicant is asked for another account, and what is corrected waits to be paid anew. Within the
   * transaction that holds the batch.
   */
  async run(
    tx: EntityManager,
    staff: StaffAsker,
    { batchId, n, applicationId }: PaidRow,
    reported: Reported,
  ): Promise<Outcome<null>> {
    const application = await lockApplication(tx, applicationId, { procedures: Object.keys(staff.roles) });
    if (!application) return refuse('not-found');
    const { procedure } = await this.library.version(application.version_hash);
    const paid = paidAt(procedure, application.state);
    // Somebody has gone on with it by hand, or it ended otherwise.
    if (!paid) return refuse('payment-settled');
    const next = takeBackPayment(
      procedure,
      application.state,
      {
        ...failedCommand(procedure, paid.payment, application.answers, reported),
        actor: actorIn(staff, application.procedure_id),
      },
      factsOf(application),
      application.now.toISOString(),
    );
    if (!next.ok) return fromEngine(next);
    await this.record.run(tx, application, procedure, next);
    await tx.query(
      `update payment set state = 'failed', settled_on = $3, reported = $4 where batch_id = $1 and n = $2`,
      [batchId, n, reported.on, JSON.stringify(reported)],
    );
    await recordPaymentEvent(tx, staff, batchId, 'return', { count: 1 });
    return done(null);
  }
}
