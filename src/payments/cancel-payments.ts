import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome } from '../http/refusal.js';
import { lockBatch } from './locked-batch.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class CancelPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Gives a batch up that was not released; all of its applications wait for another one. */
  async run(staff: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['looking', 'draft', 'checked']);
      if (!batch.ok) return batch;
      await tx.query(
        `update payment set state = 'out', out_reason = '{"code": "cancelled"}'
         where batch_id = $1 and state in ('listed', 'ready')`,
        [id],
      );
      await tx.query(`update payment_batch set state = 'cancelled' where id = $1`, [id]);
      await recordPaymentEvent(tx, staff, id, 'cancel', { reason });
      return done(null);
    });
  }
}
