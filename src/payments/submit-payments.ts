import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { planFault } from './begin-payments.js';
import { lockBatch, settingsInForce } from './locked-batch.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';
import { batchDigest, openWarnings } from './released-content.js';

@Injectable()
export class SubmitPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Everything is judged: it is handed to a second person, exactly as it is now. */
  async run(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['draft']);
      if (!batch.ok) return batch;
      const { pay_on: payOn, profile_id: profileId } = batch.value;
      const fault = await planFault(tx, { payOn, profileId });
      if (fault) return fault;
      const open = await openWarnings(tx, id);
      if (open > 0) return refuse('payment-warnings-open', { params: { count: open } });
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
        `select count(*)::int as count from payment where batch_id = $1 and state = 'ready'`,
        [id],
      );
      if (count === 0) return refuse('payment-empty');
      const settings = await settingsInForce(tx, profileId);
      if (!settings) return refuse('payment-profile-unknown');
      const digest = await batchDigest(tx, id, payOn, settings);
      await tx.query(
        `update payment_batch set state = 'checked', checked_by = $2, digest = $3 where id = $1`,
        [id, staff.id, digest],
      );
      await recordPaymentEvent(tx, staff, id, 'submit', { count, digest });
      return done(null);
    });
  }
}
