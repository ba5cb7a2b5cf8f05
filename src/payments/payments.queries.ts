import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { fill } from '../http/fill.js';
import type { Bilingual } from '../http/refusal.js';
import { type RefusalCode, refusalText } from '../http/refusal-texts.js';
import type { PaymentBatchSummary, PaymentBatchView } from './payment-batch.dto.js';
import type { PaymentBatchState } from './payment-batch.entity.js';
import type { StoredSettings } from './payment-profile.entity.js';
import type { PayingProcedure } from './payment-reach.js';
import { handsOn } from './released-content.js';

interface BatchRecord {
  readonly id: string;
  readonly number: number;
  readonly procedure_id: string;
  readonly state: PaymentBatchState;
  readonly pay_on: string;
  readonly profile_id: string;
  readonly settings: StoredSettings | null;
  readonly digest: string | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly created_name: string;
  readonly checked_by: string | null;
  readonly checked_name: string | null;
  readonly released_by: string | null;
  readonly released_name: string | null;
  readonly released_at: Date | null;
}

interface Counts {
  readonly listed: number;
  readonly ready: number;
  readonly out: number;
  readonly paid: number;
  readonly failed: number;
  readonly open: number;
  readonly accepted: number;
  readonly reported: number;
  readonly stuck: number;
  readonly amount: string;
  readonly paid_amount: string;
  readonly failed_amount: string;
}

const columns = `b.id, b.number, b.procedure_id, b.state, b.pay_on::text as pay_on, b.profile_id,
  coalesce(b.profile, (select f.settings from payment_profile f where f.id = b.profile_id and f.state = 'in_force')) as settings,
  b.digest, b.created_at, b.created_by, c.name as created_name, b.checked_by, k.name as checked_name,
  b.released_by, r.name as released_name, b.released_at`;
const joined = `from payment_batch b join staff c on c.id = b.created_by
  left join staff k on k.id = b.checked_by left join staff r on r.id = b.released_by`;
const accepted = `exists (select from jsonb_array_elements(p.findings) f where f ->> 'level' = 'warning' and f -> 'accepted' <> 'null')`;

@Injectable()
export class PaymentsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async list(reach: readonly PayingProcedure[], size = 50): Promise<PaymentBatchSummary[]> {
    const rows = await this.dataSource.query<(BatchRecord & { rows: number; amount: string })[]>(
      `select ${columns}, t.rows, t.amount ${joined} cross join lateral (
         select count(*)::int as rows, coalesce(sum(p.amount), 0)::text as amount from payment p
         where p.batch_id = b.id and p.state <> 'out') t
       where b.procedure_id = any($1) order by b.number desc limit $2`,
      [reach.map(({ id }) => id), size],
    );
    return rows.map((row) => summary(row, reach, row.rows, row.amount));
  }

  /** Null where there is no such batch of a procedure within reach. */
  async find(
    reach: readonly PayingProcedure[],
    asker: StaffAsker,
    id: string,
  ): Promise<PaymentBatchView | null> {
    const [row] = await this.dataSource.query<BatchRecord[]>(
      `select ${columns} ${joined} where b.id = $1 and b.procedure_id = any($2)`,
      [id, reach.map((one) => one.id)],
    );
    if (!row) return null;
    const counts = await this.counts(id);
    const pays = reach.some((one) => one.id === row.procedure_id && one.pays);
    return {
      ...summary(row, reach, counts.listed + counts.ready + counts.paid + counts.failed, counts.amount),
      profile: row.settings && { id: row.profile_id, settings: withoutNames(row.settings) },
      checkedBy: person(row.checked_by, row.checked_name),
      releasedBy: person(row.released_by, row.released_name),
      releasedAt: row.released_at?.toISOString() ?? null,
      digest: row.digest,
      counts: numbersOf(counts),
      amounts: { paid: Number(counts.paid_amount), failed: Number(counts.failed_amount) },
      files: await this.files(id),
      events: await this.events(id),
      pays,
      mayNotRelease: pays ? await this.whyNotRelease(row, asker) : null,
      mayNotSubmit: whyNotSubmit(counts),
    };
  }

  /** The same rule as `ReleasePayments` goes by, told before somebody tries. */
  private async whyNotRelease({ id, state }: BatchRecord, asker: StaffAsker): Promise<Bilingual | null> {
    if (state !== 'checked') return null;
    const hands = await handsOn(this.dataSource, id);
    return hands.includes(asker.id) ? inWords('payment-own-batch') : null;
  }

  private async counts(id: string): Promise<Counts> {
    const [counts] = await this.dataSource.query<Counts[]>(
      `select count(*) filter (where state = 'listed')::int as listed,
         count(*) filter (where state = 'ready')::int as ready, count(*) filter (where state = 'out')::int as out,
         count(*) filter (where state = 'paid')::int as paid, count(*) filter (where state = 'failed')::int as failed,
         coalesce(sum((select count(*) from jsonb_array_elements(p.findings) f
           where f ->> 'level' = 'warning' and f -> 'accepted' = 'null')) filter (where state = 'ready'), 0)::int as open,
         count(*) filter (where state <> 'out' and ${accepted})::int as accepted,
         count(*) filter (where state = 'ready' and reported is not null and outcome is null)::int as reported,
         count(*) filter (where state = 'ready' and outcome is not null)::int as stuck,
         coalesce(sum(amount) filter (where state <> 'out'), 0)::text as amount,
         coalesce(sum(amount) filter (where state = 'paid'), 0)::text as paid_amount,
         coalesce(sum(amount) filter (where state = 'failed'), 0)::text as failed_amount
       from payment p where batch_id = $1`,
      [id],
    );
    if (!counts) throw new Error('A count without groups has one row.');
    return counts;
  }

  private async files(id: string): Promise<PaymentBatchView['files']> {
    const rows = await this.dataSource.query<
      {
        part: number;
        name: string;
        rows: number;
        amount: string;
        bytes: number;
        sha256: string;
        made_at: Date;
      }[]
    >(
      `select part, name, rows, amount::text as amount, bytes, sha256, made_at from payment_file
       where batch_id = $1 order by part`,
      [id],
    );
    return rows.map(({ made_at: madeAt, amount, ...row }) => ({
      ...row,
      amount: Number(amount),
      madeAt: madeAt.toISOString(),
    }));
  }

  /** What was done with it, in order. */
  private async events(id: string): Promise<PaymentBatchView['events']> {
    const rows = await this.dataSource.query<
      { at: Date; name: string | null; action: string; detail: Readonly<Record<string, string | number>> }[]
    >(
      `select e.at, s.name, e.action, e.detail from payment_event e left join staff s on s.id = e.staff_id
       where e.batch_id = $1 order by e.id`,
      [id],
    );
    return rows.map(({ at, name, action, detail }) => ({
      at: at.toISOString(),
      by: name,
      action,
      reason: typeof detail['reason'] === 'string' ? detail['reason'] : null,
      count: typeof detail['count'] === 'number' ? detail['count'] : null,
      part: typeof detail['part'] === 'number' ? detail['part'] : null,
    }));
  }
}

function whyNotSubmit({ open: count, ready }: Counts): Bilingual | null {
  if (count > 0) return inWords('payment-warnings-open', { count });
  return ready === 0 ? inWords('payment-empty') : null;
}

function inWords(code: RefusalCode, params: Readonly<Record<string, number>> = {}): Bilingual {
  const { ja, en } = refusalText(code);
  return { ja: fill(ja, params), en: fill(en, params) };
}

function numbersOf({
  amount: _amount,
  paid_amount: _paid,
  failed_amount: _failed,
  ...counts
}: Counts): PaymentBatchView['counts'] {
  return counts;
}

export function withoutNames({ bankInFile: _bank, branchInFile: _branch, ...settings }: StoredSettings) {
  return settings;
}

function person(id: string | null, name: string | null): PaymentBatchView['checkedBy'] {
  return id === null ? null : { id, name: name ?? '' };
}

function summary(
  row: BatchRecord,
  reach: readonly PayingProcedure[],
  rows: number,
  amount: string,
): PaymentBatchSummary {
  const procedure = reach.find(({ id }) => id === row.procedure_id);
  return {
    id: row.id,
    number: row.number,
    procedureId: row.procedure_id,
    procedureTitle: procedure?.version.procedure.info.title ?? row.procedure_id,
    state: row.state,
    payOn: row.pay_on,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_name },
    rows,
    amount: Number(amount),
  };
}
