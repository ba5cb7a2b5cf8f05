import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { oweOpinionMails } from '../notices/opinion-mail/owe-opinion-mail.js';
import { recordLine } from './record-line.js';

/** A case that ends asks nobody any more: what is still out is withdrawn, and the offices are told. */
export async function endOpinions(
  tx: EntityManager,
  application: { readonly id: string; readonly now: Date },
): Promise<void> {
  const [ended] = await tx.query<[{ id: string; department: string }[], number]>(
    `update opinion o set state = 'withdrawn', ended_at = $2 from department d
     where o.application_id = $1 and o.state = 'asked' and d.id = o.department_id
     returning o.id, d.full_ja as department`,
    [application.id, application.now],
  );
  for (const { id, department } of ended) {
    await recordLine(tx, application, {
      type: 'opinion-withdrawn',
      actor: { kind: 'system', id: 'system' },
      about: department,
    });
    await oweOpinionMails(tx, id, 'withdrawn');
    await recordAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'opinion.withdraw',
      subject: { kind: 'application', id: application.id },
      detail: { opinion: id },
    });
  }
}
