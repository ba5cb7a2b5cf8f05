import type { EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import type { PaymentAction } from './payment-batch.dto.js';

/** Words stay with the batch; the log, which outlives it, gets their hash. */
const words = ['reason', 'note'];

/** Writes down what was done with a batch, in its history and in the log of the office, with what it tells or not at all. */
export async function recordPaymentEvent(
  tx: EntityManager,
  staff: StaffAsker | null,
  batchId: string,
  action: PaymentAction,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  await tx.query(
    'insert into payment_event (id, batch_id, staff_id, action, detail) values ($1, $2, $3, $4, $5)',
    [newId(), batchId, staff?.id ?? null, action, JSON.stringify(detail)],
  );
  await recordAudit(tx, {
    actor: staff ? auditActorOf(staff) : { kind: 'system', id: null },
    action: `payment.${action}`,
    subject: { kind: 'payment-batch', id: batchId },
    detail: Object.fromEntries(
      Object.entries(detail).map(([key, value]) => [key, words.includes(key) ? contentHash(value) : value]),
    ),
  });
}
