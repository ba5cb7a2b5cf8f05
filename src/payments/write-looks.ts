import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SecretBox } from '../access/second-factor/secret-box.js';
import { accountPurpose, LookAtPayments, type LookedAt } from './look-at-payments.js';
import { sharedCodes, withAcceptances } from './finding-key.js';
import type { Finding } from './payment.entity.js';

/** So many in one transaction: others wait no longer for it. */
const atOnce = 200;

/** Looks at payments that nobody has looked at, and freezes what is to be paid; what must not be paid is taken out. */
@Injectable()
export class WriteLooks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly look: LookAtPayments,
    private readonly box: SecretBox,
  ) {}

  /** @returns false when none is left that nobody else is at */
  async run(batchId: string): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [profile] = await tx.query<{ slash: boolean }[]>(
        `select (f.settings ->> 'slash')::boolean as slash from payment_batch b
         join payment_profile f on f.id = b.profile_id and f.state = 'in_force' where b.id = $1`,
        [batchId],
      );
      const rows = await tx.query<{ n: number; findings: readonly Finding[] }[]>(
        `select p.n, p.findings from payment p join payment_batch b on b.id = p.batch_id
         where p.batch_id = $1 and p.state = 'listed' and b.state = 'looking'
         order by p.n limit ${String(atOnce)} for update of p skip locked`,
        [batchId],
      );
      if (rows.length === 0) return false;
      const before = new Map(rows.map(({ n, findings }) => [n, findings]));
      const looked = await this.look.run(tx, batchId, [...before.keys()], profile?.slash ?? false);
      await tx.query(write, [
        batchId,
        JSON.stringify(looked.map((one) => this.stored(batchId, one, before.get(one.n) ?? []))),
      ]);
      return true;
    });
  }

  private stored(batchId: string, one: LookedAt, before: readonly Finding[]): object {
    const stop = one.findings.find(({ level }) => level === 'stop');
    const sealed =
      one.account && this.box.seal(Buffer.from(JSON.stringify(one.account)), accountPurpose(batchId, one.n));
    return {
      n: one.n,
      lock: one.lock,
      amount: one.amount,
      account: sealed && sealed.toString('base64'),
      mark: one.accountMark,
      new_code: one.newCode,
      digest: one.digest,
      // What it shared with others is judged at the end; until then what was accepted of that must not be lost.
      findings: [
        ...withAcceptances(one.findings, before),
        ...before.filter(({ code }) => sharedCodes.includes(code)),
      ],
      state: stop ? 'out' : 'ready',
      out_reason: stop ? { code: stop.code } : null,
    };
  }
}

const write = `
update payment p set state = w.state, lock = w.lock, amount = w.amount, account = decode(w.account, 'base64'),
  account_mark = w.mark, new_code = w.new_code, digest = w.digest, findings = w.findings, out_reason = w.out_reason
from jsonb_to_recordset($2::jsonb) as w(n int, lock int, amount bigint, account text, mark text, new_code text,
  digest text, findings jsonb, state text, out_reason jsonb)
where p.batch_id = $1 and p.n = w.n`;
