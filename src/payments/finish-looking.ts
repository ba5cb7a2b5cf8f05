import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sharedCodes, withAcceptances } from './finding-key.js';
import type { Finding } from './payment.entity.js';
import { recordPaymentEvent } from './record-payment-event.js';

interface Likeness {
  readonly n: number;
  readonly number: string;
  readonly applicant: string;
  readonly batch: number;
  readonly count: number;
}

/** Once each payment has been looked at: what they share with others, in the batch and in those before. */
@Injectable()
export class FinishLooking {
  constructor(private readonly dataSource: DataSource) {}

  async run(batchId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [batch] = await tx.query<unknown[]>(
        `select 1 from payment_batch b where id = $1 and state = 'looking' and not exists (
           select from payment where batch_id = b.id and state = 'listed') for update`,
        [batchId],
      );
      if (!batch) return;
      const shared = new Map<number, Finding[]>();
      const add = (code: string, { n, ...params }: Likeness): void => {
        const finding: Finding = { code, level: 'warning', params, accepted: null };
        shared.set(n, [...(shared.get(n) ?? []), finding]);
      };
      for (const one of await tx.query<Likeness[]>(sameAccount, [batchId])) add('account-shared', one);
      for (const one of await tx.query<Likeness[]>(sameThing, [batchId])) add('paid-twice', one);
      await write(tx, batchId, shared);
      await tx.query(`update payment_batch set state = 'draft' where id = $1`, [batchId]);
      await recordPaymentEvent(tx, null, batchId, 'looked', {});
    });
  }
}

/** An account of two who are not the same. All payments to it are gone through once, however many they are. */
const sameAccount = `
select y.n, a.number, a.applicant_name as applicant, b.number as batch, y.count::int as count
from (
  select *, case when applicant_id <> leader then first
    else min(reference) filter (where applicant_id <> leader) over (partition by account_mark) end as other
  from (
    select batch_id, n, state, account_mark, applicant_id, reference,
      count(*) over (partition by account_mark)
        - count(*) over (partition by account_mark, applicant_id) as count,
      min(reference) over (partition by account_mark) as first,
      first_value(applicant_id) over (partition by account_mark order by reference) as leader
    from payment where state in ('ready', 'paid')
      and account_mark in (select account_mark from payment where batch_id = $1 and state = 'ready')) x
) y
join payment o on o.reference = y.other
join payment_batch b on b.id = o.batch_id
join application a on a.id = o.application_id
where y.batch_id = $1 and y.state = 'ready' order by y.n`;

/** Two applications of the same applicant for the same thing. */
const sameThing = `
select p.n, f.number, f.applicant, f.batch, f.count from payment p
join application mine on mine.id = p.application_id
cross join lateral (
  select a.number, a.applicant_name as applicant, b.number as batch, (count(*) over ())::int as count
  from payment o join payment_batch b on b.id = o.batch_id join application a on a.id = o.application_id
  where o.applicant_id = p.applicant_id and o.application_id <> p.application_id and o.state in ('ready', 'paid')
    and a.procedure_id = mine.procedure_id and a.subject = mine.subject
  order by o.reference limit 1
) f where p.batch_id = $1 and p.state = 'ready' order by p.n`;

/** Also takes away what is no longer shared. */
async function write(
  tx: EntityManager,
  batchId: string,
  shared: ReadonlyMap<number, readonly Finding[]>,
): Promise<void> {
  const rows = await tx.query<{ n: number; findings: readonly Finding[] }[]>(
    `select n, findings from payment where batch_id = $1 and state = 'ready' and (n = any($2)
       or exists (select from jsonb_array_elements(findings) f where f ->> 'code' = any($3)))`,
    [batchId, [...shared.keys()], sharedCodes],
  );
  const all = rows.map(({ n, findings }) => ({
    n,
    findings: [
      ...findings.filter(({ code }) => !sharedCodes.includes(code)),
      ...withAcceptances(shared.get(n) ?? [], findings),
    ],
  }));
  await tx.query(
    `update payment p set findings = w.findings from jsonb_to_recordset($2::jsonb) as w(n int, findings jsonb)
     where p.batch_id = $1 and p.n = w.n`,
    [batchId, JSON.stringify(all)],
  );
}
