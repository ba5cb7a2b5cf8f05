import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome } from '../http/refusal.js';
import { planFault } from './begin-payments.js';
import { lockBatch } from './locked-batch.js';
import type { PlanRequest } from './payment-batch.dto.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class PlanPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Pays on another day, or from another account, whose bank may take other letters: each payment is looked at anew. */
  async run(staff: StaffAsker, id: string, plan: PlanRequest): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['draft']);
      if (!batch.ok) return batch;
      const fault = await planFault(tx, plan);
      if (fault) return fault;
      const anew = plan.profileId !== batch.value.profile_id;
      await tx.query(
        `update payment_batch set pay_on = $2, profile_id = $3, state = case when $4 then 'looking' else state end
         where id = $1`,
        [id, plan.payOn, plan.profileId, anew],
      );
      if (anew)
        await tx.query(`update payment set state = 'listed' where batch_id = $1 and state = 'ready'`, [id]);
      await recordPaymentEvent(tx, staff, id, 'plan', { payOn: plan.payOn, profileId: plan.profileId });
      return done(null);
    });
  }
}
