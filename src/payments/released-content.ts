import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { contentHash } from '../audit/record-audit.js';
import type { StoredSettings } from './payment-profile.entity.js';

/** One hash of everything that leaves the house with a batch: each payment, the day, and how the file is written. */
export async function batchDigest(
  tx: EntityManager,
  id: string,
  payOn: string,
  settings: StoredSettings,
): Promise<string> {
  const rows = await tx.query<{ n: number; digest: string }[]>(
    `select n, digest from payment where batch_id = $1 and state = 'ready' order by n`,
    [id],
  );
  const hash = createHash('sha256').update(`${payOn} ${contentHash(settings)}\n`);
  for (const { n, digest } of rows) hash.update(`${String(n)} ${digest}\n`);
  return hash.digest('hex');
}

/** How many warnings of what is to be paid nobody has accepted. */
export async function openWarnings(tx: Pick<EntityManager, 'query'>, id: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from payment p, jsonb_array_elements(p.findings) f
     where p.batch_id = $1 and p.state = 'ready' and f ->> 'level' = 'warning' and f -> 'accepted' = 'null'`,
    [id],
  );
  return row?.count ?? 0;
}

/** Everybody by whose hand it has gone: none of them releases it. */
export async function handsOn(tx: Pick<EntityManager, 'query'>, id: string): Promise<readonly string[]> {
  const rows = await tx.query<{ staff_id: string }[]>(
    `select distinct staff_id from payment_event
     where batch_id = $1 and staff_id is not null and action in ('begin', 'plan', 'accept', 'take-out', 'submit')`,
    [id],
  );
  return rows.map((row) => row.staff_id);
}
