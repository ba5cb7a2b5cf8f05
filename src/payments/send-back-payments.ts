import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome } from '../http/refusal.js';
import { lockBatch } from './locked-batch.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class SendBackPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Not as it is: back to those who prepared it, with the reason. */
  async run(staff: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['checked']);
      if (!batch.ok) return batch;
      await tx.query(
        `update payment_batch set state = 'draft', checked_by = null, digest = null where id = $1`,
        [id],
      );
      await recordPaymentEvent(tx, staff, id, 'send-back', { reason });
      return done(null);
    });
  }
}
