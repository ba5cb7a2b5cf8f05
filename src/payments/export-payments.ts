import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { SecretBox } from '../access/second-factor/secret-box.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockBatch, type LockedBatch } from './locked-batch.js';
import { PaymentReach } from './payment-reach.js';
import type { StoredSettings } from './payment-profile.entity.js';
import { recordPaymentEvent } from './record-payment-event.js';
import { batchDigest } from './released-content.js';
import { writePaymentFile } from './write-payment-file.js';

@Injectable()
export class ExportPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
    private readonly box: SecretBox,
  ) {}

  /**
   * Makes the files of a released batch and keeps what their bytes must be. A crash leaves it released: the next attempt
   * makes the same bytes. Asked twice, it is made once.
   */
  async run(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['released', 'exported', 'closed']);
      if (!batch.ok) return batch;
      if (batch.value.state !== 'released') return done(null);
      const { profile: settings, pay_on: payOn, digest } = batch.value;
      // What was released by two people is what is written, or nothing is.
      if (!settings || (await batchDigest(tx, id, payOn, settings)) !== digest)
        return refuse('payment-changed');
      const parts = await this.make(tx, batch.value, settings);
      await tx.query(`update payment_batch set state = 'exported' where id = $1`, [id]);
      await recordPaymentEvent(tx, staff, id, 'export', { parts });
      return done(null);
    });
  }

  private async make(tx: EntityManager, batch: LockedBatch, settings: StoredSettings): Promise<number> {
    const { id, number, pay_on: payOn } = batch;
    const parts = await tx.query<
      { part: number; first_n: number; last_n: number; rows: number; amount: string }[]
    >(
      `select part::int, min(n) as first_n, max(n) as last_n, count(*)::int as rows, sum(amount)::text as amount from (
         select n, amount, (row_number() over (order by n) - 1) / $2 + 1 as part
         from payment where batch_id = $1 and state = 'ready') p
       group by part order by part`,
      [id, settings.rowsPerFile],
    );
    for (const { part, first_n: firstN, last_n: lastN, rows, amount } of parts) {
      const bytes = await writePaymentFile(tx, this.box, { id, payOn, settings }, { firstN, lastN });
      const name = `furikomi-${String(number).padStart(6, '0')}-${String(part)}.txt`;
      await tx.query(
        `insert into payment_file (batch_id, part, name, first_n, last_n, rows, amount, bytes, sha256)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, part, name, firstN, lastN, rows, amount, bytes.length, sha256(bytes)],
      );
    }
    return parts.length;
  }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
