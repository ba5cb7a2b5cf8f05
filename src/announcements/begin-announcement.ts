import type { EntityManager } from 'typeorm';
import type { AuditActor } from '../audit/audit-entry.js';
import { recordAudit } from '../audit/record-audit.js';
import { countRecipients } from './count-recipients.js';
import { oweSpreading } from './owe-spreading.js';
import type { Addressing } from './recipients.js';

/** Shows an announcement from now on, and owes its mails. */
export async function beginAnnouncement(
  tx: EntityManager,
  id: string,
  actor: AuditActor,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const [one] = await tx.query<[Addressing & { important: boolean }]>(
    `select target, audience, category, procedure_id as "procedureId", important from announcement where id = $1`,
    [id],
  );
  const { byMail } = await countRecipients(tx, one, one.important);
  await tx.query(
    `update announcement set state = 'published', published_at = clock_timestamp(), expected = $2,
       spread_moved_at = clock_timestamp() where id = $1`,
    [id, byMail],
  );
  await recordAudit(tx, {
    actor,
    action: 'announcement.publish',
    subject: { kind: 'announcement', id },
    detail: { ...detail, byMail },
  });
  await oweSpreading(tx, id);
}
