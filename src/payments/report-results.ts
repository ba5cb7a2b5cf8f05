import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import type { Bilingual } from '../http/refusal.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { FieldProblem } from '../http/problem.dto.js';
import { lockBatch, type LockedBatch } from './locked-batch.js';
import type { Reported } from './payment.entity.js';
import type { ReportRequest, ReportRowRequest } from './payment-batch.dto.js';
import { PaymentReach } from './payment-reach.js';
import { readResults, type ResultLine } from './read-results.js';
import { recordPaymentEvent } from './record-payment-event.js';
import { returnCodes } from './return-codes.js';
import { ReturnPayment } from './return-payment.js';

interface Row {
  readonly n: number;
  readonly application_id: string;
  readonly reference: string;
  readonly number: string;
  readonly state: string;
  /** Answered already, and carried out or about to be. */
  readonly answered: boolean;
}

type NewReport = Reported & { readonly n: number };

/** So many wrong lines are told at once. */
const mostTold = 20;

@Injectable()
export class ReportResults {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
    private readonly late: ReturnPayment,
  ) {}

  /**
   * Takes what the bank says: all lines, or none when one cannot be read. What they say is carried out by the worker, in
   * the name of the official. A line that says what is known already changes nothing.
   */
  async run(staff: StaffAsker, id: string, request: ReportRequest): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['exported']);
      if (!batch.ok) return batch;
      const lines = readResults(request.table);
      if (lines === null) return refuse('payment-lines-untitled');
      if (lines.length === 0 && request.restPaidOn === null) return refuse('payment-lines-none');
      const rows = await rowsOf(tx, id);
      const { faults, reports } = judgeLines(batch.value, lines, rows, staff.id);
      if (request.restPaidOn !== null && dayFault(batch.value, 'paid', request.restPaidOn))
        faults.push(problem('/restPaidOn', dayFault(batch.value, 'paid', request.restPaidOn) ?? noDay));
      if (faults.length > 0)
        return refuse('payment-lines-unread', {
          params: { count: faults.length },
          problems: faults.slice(0, mostTold),
        });
      const rest = restOf(rows, reports, request.restPaidOn, staff.id);
      await write(tx, id, [...reports, ...rest]);
      await recordPaymentEvent(tx, staff, id, 'report', { count: reports.length + rest.length });
      return done(null);
    });
  }

  /** The same for one payment, typed by an official. What was paid may have come back since, at any later time. */
  async one(staff: StaffAsker, id: string, n: number, given: ReportRowRequest): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['exported', 'closed']);
      if (!batch.ok) return batch;
      const fault = dayFault(batch.value, given.result, given.on);
      if (fault)
        return refuse('payment-lines-unread', { params: { count: 1 }, problems: [problem('/on', fault)] });
      const known = returnCodes.some(({ code }) => code === given.code);
      if (given.result === 'failed' && !known)
        return refuse('request-invalid', { params: { field: 'code' } });
      const row = (await rowsOf(tx, id)).find((one) => one.n === n);
      if (!row) return refuse('not-found');
      const { result, on, note } = given;
      const code = result === 'failed' ? given.code : null;
      const said = { result, on, code, note, by: staff.id };
      if (row.state === 'paid' && result === 'failed')
        return this.late.run(tx, staff, { batchId: id, n, applicationId: row.application_id }, said);
      if (row.answered) return refuse('payment-settled');
      await write(tx, id, [{ n, ...said }]);
      await recordPaymentEvent(tx, staff, id, 'report', { count: 1 });
      return done(null);
    });
  }
}

/** With those that were taken out, which the bank knows nothing of. */
function rowsOf(tx: EntityManager, id: string): Promise<Row[]> {
  return tx.query<Row[]>(
    `select p.n, p.application_id, p.reference::text as reference, a.number, p.state,
       p.state in ('paid', 'failed') or (p.reported is not null and p.outcome is null) as answered
     from payment p join application a on a.id = p.application_id
     where p.batch_id = $1 and p.state <> 'out' order by p.n`,
    [id],
  );
}

const noDay: Bilingual = {
  ja: '日付がないか、正しくありません。',
  en: 'The day is missing or does not exist.',
};

/** Money is paid on the day of the batch or later, comes back after the release, and neither happens tomorrow. */
function dayFault(
  { pay_on: payOn, released_on: releasedOn, today }: LockedBatch,
  result: Reported['result'],
  on: string | null,
): Bilingual | null {
  if (on === null) return noDay;
  if (on > today) return { ja: `日付（${on}）が今日より後です。`, en: `The day (${on}) is after today.` };
  const from = result === 'paid' ? payOn : (releasedOn ?? payOn);
  if (on >= from) return null;
  return result === 'paid'
    ? {
        ja: `日付（${on}）が振込指定日（${payOn}）より前です。`,
        en: `The day (${on}) is before the day of payment (${payOn}).`,
      }
    : { ja: `日付（${on}）が支払の承認より前です。`, en: `The day (${on}) is before the release.` };
}

function judgeLines(
  batch: LockedBatch,
  lines: readonly ResultLine[],
  rows: readonly Row[],
  by: string,
): { readonly faults: FieldProblem[]; readonly reports: readonly NewReport[] } {
  const byNumber = new Map(
    rows.flatMap((row) => [[row.number, row] as const, [row.reference, row] as const]),
  );
  const faults: FieldProblem[] = [];
  const reports = new Map<number, NewReport>();
  for (const { line, number, result, on, code, note } of lines) {
    const tell = (ja: string, en: string): void => {
      faults.push(
        problem(`/lines/${String(line)}`, {
          ja: `${String(line)}行目：${ja}`,
          en: `Line ${String(line)}: ${en}`,
        }),
      );
    };
    const row = byNumber.get(number) ?? byNumber.get(number.replace(/^0+(?=\d)/, ''));
    if (!row) tell(`この支払に番号 ${number} がありません。`, `This batch has no number ${number}.`);
    else if (result === null)
      tell(
        '結果（済・組戻し、または0〜9）が読めません。',
        'The result (paid, returned, or 0 to 9) is unclear.',
      );
    else if (row.answered) {
      const same = row.state === result || row.state === 'ready';
      if (!same)
        tell(
          `${number} の結果は、すでに別の内容で記録されています。`,
          `Another result of ${number} is recorded already.`,
        );
    } else {
      const fault = dayFault(batch, result, on);
      const before = reports.get(row.n);
      if (fault) tell(fault.ja, fault.en);
      else if (before && before.result !== result)
        tell(`${number} の結果が2つあります。`, `There are two results of ${number}.`);
      else reports.set(row.n, { n: row.n, result, on: on ?? '', code, note: note.slice(0, 1000), by });
    }
  }
  return { faults, reports: [...reports.values()] };
}

/** Banks tell what came back; of the rest an official says that it was paid. */
function restOf(
  rows: readonly Row[],
  reports: readonly NewReport[],
  on: string | null,
  by: string,
): readonly NewReport[] {
  if (on === null) return [];
  const told = new Set(reports.map(({ n }) => n));
  return rows
    .filter(({ n, answered }) => !answered && !told.has(n))
    .map(({ n }) => ({ n, result: 'paid', on, code: null, note: '', by }));
}

async function write(tx: EntityManager, id: string, reports: readonly NewReport[]): Promise<void> {
  await tx.query(
    `update payment p set reported = w.report - 'n', outcome = null
     from (select (r ->> 'n')::int as n, r as report from jsonb_array_elements($2::jsonb) r) w
     where p.batch_id = $1 and p.n = w.n and p.state = 'ready'`,
    [id, JSON.stringify(reports)],
  );
}

function problem(path: string, text: Bilingual): FieldProblem {
  return { path, code: 'payment-line', level: 'error', text: { ...text } };
}
