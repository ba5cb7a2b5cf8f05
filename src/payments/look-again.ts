import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome } from '../http/refusal.js';
import { lockBatch } from './locked-batch.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class LookAgain {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Freezes everything anew, as it is now. What was accepted stays accepted where it is still the same. */
  async run(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['draft', 'checked']);
      if (!batch.ok) return batch;
      await tx.query(`update payment set state = 'listed' where batch_id = $1 and state = 'ready'`, [id]);
      await tx.query(
        `update payment_batch set state = 'looking', digest = null, checked_by = null where id = $1`,
        [id],
      );
      await recordPaymentEvent(tx, staff, id, 'look-again', {});
      return done(null);
    });
  }
}
