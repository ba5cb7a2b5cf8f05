import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { findingKey } from './finding-key.js';
import { lockBatch } from './locked-batch.js';
import type { Finding } from './payment.entity.js';
import type { AcceptRequest } from './payment-batch.dto.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class AcceptFinding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /** Pays although there is a warning, by name and with a reason: exactly the one that was read. */
  async run(
    staff: StaffAsker,
    id: string,
    n: number,
    { key, reason }: AcceptRequest,
  ): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['draft']);
      if (!batch.ok) return batch;
      const [row] = await tx.query<{ findings: readonly Finding[]; now: Date }[]>(
        `select findings, clock_timestamp() as now from payment where batch_id = $1 and n = $2 and state = 'ready'`,
        [id, n],
      );
      const found = row?.findings.find(
        (finding) => finding.level === 'warning' && findingKey(finding) === key,
      );
      if (!row || !found) return refuse('payment-finding-gone');
      const accepted = { by: staff.id, at: row.now.toISOString(), reason };
      await tx.query('update payment set findings = $3 where batch_id = $1 and n = $2', [
        id,
        n,
        JSON.stringify(row.findings.map((one) => (one === found ? { ...one, accepted } : one))),
      ]);
      await recordPaymentEvent(tx, staff, id, 'accept', { n, code: found.code, reason });
      return done(null);
    });
  }
}
