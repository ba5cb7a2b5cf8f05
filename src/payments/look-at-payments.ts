import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Answers, canonicalJson, paymentFacts, type WorkflowState } from '#engine';
import { SecretBox } from '../access/second-factor/secret-box.js';
import { factsOf } from '../applications/locked-application.js';
import { Banks } from '../lookups/banks.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { judgePayment } from './judge-payment.js';
import type { Account, Finding } from './payment.entity.js';

/** A payment as it stands now, before it is written down. */
export interface LookedAt {
  readonly n: number;
  readonly lock: number;
  readonly amount: number | null;
  readonly account: Account | null;
  readonly accountMark: string | null;
  readonly newCode: '0' | '1' | '2';
  /** The same for the same payment; null where there is none to be made. */
  readonly digest: string | null;
  readonly findings: readonly Finding[];
}

interface Row {
  readonly n: number;
  readonly reference: string;
  readonly amount_before: string | null;
  readonly application_id: string;
  readonly version_hash: string;
  readonly number: string;
  readonly state: WorkflowState;
  readonly open: boolean;
  readonly lock: number;
  readonly submitted_at: Date;
  readonly warnings_count: number;
  readonly answers: Answers;
  /** Those it was decided on, where others came after. */
  readonly decided: Answers | null;
  readonly paid_in: number | null;
  /** Marks of accounts from which its money came back. */
  readonly returned: readonly string[];
  readonly now: Date;
}

/** What a sealed account opens for. */
export const accountPurpose = (batchId: string, n: number): string => `payment ${batchId} ${String(n)}`;

/** Looks at applications as they are at this moment: what is to be paid, to which account, and what speaks against it. */
@Injectable()
export class LookAtPayments {
  constructor(
    private readonly library: ProcedureLibrary,
    private readonly banks: Banks,
    private readonly box: SecretBox,
  ) {}

  async run(
    tx: EntityManager,
    batchId: string,
    lines: readonly number[],
    slash: boolean,
  ): Promise<readonly LookedAt[]> {
    const rows = await tx.query<Row[]>(sql, [batchId, lines]);
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    const looked = rows.map((row) => {
      const version = versions.get(row.version_hash);
      if (!version) throw new Error('Versions that are asked for are there.');
      const { procedure } = version;
      const now = row.now.toISOString();
      const of = (answers: Answers) => paymentFacts(procedure, row.state, factsOf({ ...row, answers }), now);
      const facts = row.open ? of(row.answers) : null;
      const empty = { bank: null, branch: null, type: null, number: null, holder: null, name: null };
      const { account, findings } = judgePayment(
        {
          amount: facts?.amount ?? null,
          payee: facts?.payee ?? empty,
          waiting: facts !== null,
          onHold: row.state.hold !== null,
          decidedAmount: row.decided && (of(row.decided)?.amount ?? null),
          amountBefore: row.amount_before === null ? null : Number(row.amount_before),
          paidIn: row.paid_in,
          slash,
        },
        this.banks,
      );
      return { row, account, findings, amount: facts?.amount ?? null };
    });
    const marks = looked.map(({ account }) => account && this.markOf(account));
    const known = await this.paidBefore(tx, marks);
    return looked.map(({ row, account, findings, amount }, index) => {
      const mark = marks[index] ?? null;
      const changed = row.returned.some((before) => before !== mark);
      const newCode = changed ? '2' : mark !== null && !known.has(mark) ? '1' : '0';
      const { n, lock, reference, application_id: applicationId } = row;
      const facts = { applicationId, reference, amount, account, newCode };
      return {
        n,
        lock,
        amount,
        account,
        accountMark: mark,
        newCode,
        digest: account && amount !== null ? this.box.mark(canonicalJson(facts), 'payment') : null,
        findings,
      };
    });
  }

  private markOf({ bank, branch, type, number }: Account): string {
    return this.box.mark(`${bank} ${branch} ${type} ${number}`, 'account');
  }

  private async paidBefore(
    tx: EntityManager,
    marks: readonly (string | null)[],
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ mark: string }[]>(
      `select distinct account_mark as mark from payment where account_mark = any($1) and state = 'paid'`,
      [marks.filter((mark) => mark !== null)],
    );
    return new Set(rows.map(({ mark }) => mark));
  }
}

const sql = `
select p.n, p.reference::text as reference, p.amount::text as amount_before, p.application_id, a.version_hash,
  a.number, a.state, a.open, a.lock, a.submitted_at, a.warnings_count, s.answers, d.answers as decided,
  (select b.number from payment o join payment_batch b on b.id = o.batch_id
   where o.application_id = p.application_id and o.state = 'paid' order by b.number desc limit 1) as paid_in,
  array(select o.account_mark from payment o
        where o.application_id = p.application_id and o.state = 'failed' and o.account_mark is not null) as returned,
  clock_timestamp() as now
from payment p
join application a on a.id = p.application_id
join submission s on s.application_id = a.id and s.n = a.submission_count
left join lateral (
  select t.n, t.answers from submission t
  where t.application_id = a.id and a.submission_count > 1
    and t.at <= (select min(e.at) from application_event e
                 where e.application_id = a.id and e.to_stage = a.stage and e.from_stage is distinct from a.stage)
  order by t.n desc limit 1
) d on d.n < a.submission_count
where p.batch_id = $1 and p.n = any($2)
order by p.n`;
