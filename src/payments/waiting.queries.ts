import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, paymentFacts, type WorkflowState } from '#engine';
import { factsOf } from '../applications/locked-application.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { PaymentsOverview, WaitingList } from './payment-batch.dto.js';
import type { PayingProcedure } from './payment-reach.js';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly version_hash: string;
  readonly state: WorkflowState;
  readonly submitted_at: Date;
  readonly warnings_count: number;
  readonly answers: Answers;
  readonly entered_at: Date;
  readonly due_on: string | null;
  readonly returned: boolean;
  readonly now: Date;
}

/** The sum is of so many: answers are read for it. */
const mostSummed = 1_000;
const atOnce = 200;

const waits = `a.open and a.procedure_id = $1 and a.stage = any($2) and not a.on_hold
  and not exists (select from payment p where p.application_id = a.id and p.state in ('listed', 'ready'))`;

/** Applications that wait for their money and are in no batch. */
@Injectable()
export class WaitingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  async overview(procedure: PayingProcedure): Promise<Omit<PaymentsOverview['procedures'][number], 'title'>> {
    const { id, pays, stages } = procedure;
    const [found] = await this.dataSource.query<{ count: number; since: Date | null }[]>(
      `select count(*)::int as count, min(a.entered_at) as since from application a where ${waits}`,
      [id, stages.map(({ name }) => name)],
    );
    const waiting = found?.count ?? 0;
    return {
      id,
      pays,
      waiting,
      amount: await this.sum(procedure),
      partial: waiting > mostSummed,
      since: found?.since?.toISOString() ?? null,
    };
  }

  /** The longest waiting first. */
  async list(procedure: PayingProcedure, after: number, size: number): Promise<WaitingList['applications']> {
    const rows = await this.read(procedure, after, size);
    const amounts = await this.amounts(rows);
    return rows.map((row, index) => ({
      id: row.id,
      number: row.number,
      subject: row.subject,
      applicantName: row.applicant_name,
      amount: amounts[index] ?? null,
      since: row.entered_at.toISOString(),
      dueOn: row.due_on,
      returned: row.returned,
    }));
  }

  private async sum(procedure: PayingProcedure): Promise<number> {
    let sum = 0;
    for (let after = 0; after < mostSummed; after += atOnce) {
      const rows = await this.read(procedure, after, atOnce);
      sum += (await this.amounts(rows)).reduce((total: number, amount) => total + (amount ?? 0), 0);
      if (rows.length < atOnce) break;
    }
    return sum;
  }

  private async amounts(rows: readonly Row[]): Promise<readonly (number | null)[]> {
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return rows.map((row) => {
      const version = versions.get(row.version_hash);
      const facts =
        version && paymentFacts(version.procedure, row.state, factsOf(row), row.now.toISOString());
      return facts?.amount ?? null;
    });
  }

  private read({ id, stages }: PayingProcedure, after: number, size: number): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `select w.*, s.answers, clock_timestamp() as now,
         exists (select from payment p where p.application_id = w.id and p.state = 'failed') as returned
       from (select a.id, a.number, a.subject, a.applicant_name, a.version_hash, a.state, a.submitted_at,
               a.warnings_count, a.submission_count, a.entered_at, a.due_on::text as due_on
             from application a where ${waits} order by a.entered_at, a.id offset $3 limit $4) w
       join submission s on s.application_id = w.id and s.n = w.submission_count
       order by w.entered_at, w.id`,
      [id, stages.map(({ name }) => name), after, size],
    );
  }
}
