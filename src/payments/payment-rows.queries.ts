import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readsConcealed } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { SecretBox } from '../access/second-factor/secret-box.js';
import { outcomeText } from '../batches/outcome-text.js';
import { viewerOf } from '../readings/viewer.js';
import { findingKey } from './finding-key.js';
import { findingText, outText, resultText } from './finding-texts.js';
import { accountPurpose } from './look-at-payments.js';
import type { PaymentRowsQuery, PaymentRowView } from './payment-batch.dto.js';
import type { Account, Finding, OutReason, PaymentState, Reported } from './payment.entity.js';
import type { PayingProcedure } from './payment-reach.js';

interface Row {
  readonly n: number;
  readonly reference: string;
  readonly application_id: string;
  readonly number: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly state: PaymentState;
  readonly amount: string | null;
  readonly account: Buffer | null;
  readonly new_code: string | null;
  readonly findings: readonly Finding[];
  readonly out_reason: OutReason | null;
  readonly reported: Reported | null;
  readonly outcome: { readonly code: string; readonly params?: Readonly<Record<string, string>> } | null;
  readonly settled_on: string | null;
  /** Names of those who accepted or took out, by id. */
  readonly names: Readonly<Record<string, string>> | null;
}

const conditions: Readonly<Record<NonNullable<PaymentRowsQuery['only']>, string>> = {
  warnings: `p.state <> 'out' and jsonb_array_length(p.findings) > 0`,
  out: `p.state = 'out'`,
  failed: `(p.state = 'failed' or (p.state = 'ready' and p.outcome is not null))`,
  unanswered: `p.state = 'ready' and p.reported is null`,
};

@Injectable()
export class PaymentRowsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** Lines in the order of the file. */
  async rows(
    asker: StaffAsker,
    procedure: PayingProcedure,
    batchId: string,
    after: number,
    only: PaymentRowsQuery['only'],
    size: number,
  ): Promise<PaymentRowView[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select p.n, p.reference::text as reference, p.application_id, a.number, a.subject, a.applicant_name, p.state,
         p.amount::text as amount, p.account, p.new_code, p.findings, p.out_reason, p.reported, p.outcome,
         p.settled_on::text as settled_on, (
           select jsonb_object_agg(s.id, s.name) from staff s where s.id::text = p.out_reason ->> 'by'
             or s.id::text in (select f -> 'accepted' ->> 'by' from jsonb_array_elements(p.findings) f)) as names
       from payment p join application a on a.id = p.application_id
       where p.batch_id = $1 and p.n > $2 and ${only ? conditions[only] : 'true'}
       order by p.n limit $3`,
      [batchId, after, size],
    );
    const sees = seesAccounts(asker, procedure);
    return rows.map((row) => this.view(row, batchId, sees));
  }

  private view(row: Row, batchId: string, sees: boolean): PaymentRowView {
    const names = row.names ?? {};
    const account = sees && row.account ? this.opened(row.account, batchId, row.n) : null;
    const stuck = row.state === 'ready' && row.outcome !== null;
    return {
      n: row.n,
      reference: Number(row.reference),
      applicationId: row.application_id,
      number: row.number,
      subject: row.subject,
      applicantName: row.applicant_name,
      state: row.state,
      amount: row.amount === null ? null : Number(row.amount),
      newCode: row.new_code,
      account: account && {
        bankName: account.bankName || account.bank,
        branchName: account.branchName || account.branch,
        type: account.type,
        number: `••••${account.number.slice(-3)}`,
        holder: account.holder,
      },
      findings: row.findings
        // A name that only the bank's file is to have is not told to those who may not see the account.
        .filter(({ code }) => sees || !(code.startsWith('holder') || code === 'letters'))
        .map((finding) => ({
          key: findingKey(finding),
          code: finding.code,
          level: finding.level,
          text: findingText(finding),
          accepted: finding.accepted && {
            by: names[finding.accepted.by] ?? '',
            at: finding.accepted.at,
            reason: finding.accepted.reason,
          },
        })),
      out: row.out_reason && outText(row.out_reason, names[row.out_reason.by ?? ''] ?? null),
      result: stuck && row.outcome ? outcomeText(row.outcome) : row.reported && resultText(row.reported),
      stuck,
      settledOn: row.settled_on,
    };
  }

  private opened(sealed: Buffer, batchId: string, n: number): Account {
    return JSON.parse(this.box.open(sealed, accountPurpose(batchId, n)).toString()) as Account;
  }
}

/** By the matrix stage × question of the procedure: who may not see the holder where it is paid sees nothing of the account. */
function seesAccounts(asker: StaffAsker, { version, stages }: PayingProcedure): boolean {
  const { procedure } = version;
  return stages.every(({ name, payment }) => {
    if (!payment) return true;
    const { bank, branch, type, holder } = payment.payee;
    const reads = [bank, branch, type, holder].flatMap((expression) => expression.reads);
    return !readsConcealed(procedure, viewerOf(asker, procedure, name), reads);
  });
}
