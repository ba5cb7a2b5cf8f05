import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockBatch } from './locked-batch.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class TakeOutPayment {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Leaves one out of the batch; its application waits for another one. */
  async run(staff: StaffAsker, id: string, n: number, reason: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['draft']);
      if (!batch.ok) return batch;
      const [, taken] = await tx.query<[unknown[], number]>(
        `update payment set state = 'out', out_reason = $3 where batch_id = $1 and n = $2 and state = 'ready'`,
        [id, n, JSON.stringify({ code: 'taken-out', reason, by: staff.id })],
      );
      if (taken === 0) return refuse('payment-finding-gone');
      await recordPaymentEvent(tx, staff, id, 'take-out', { n, reason });
      return done(null);
    });
  }
}
