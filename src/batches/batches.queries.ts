import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Procedure } from '#engine';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { BatchRowView, BatchView, BatchWork } from './batch.dto.js';
import type { BatchState } from './batch.entity.js';
import type { RowOutcome, RowsOwn } from './batch-row.entity.js';
import { outcomeText } from './outcome-text.js';

interface BatchRecord {
  readonly id: string;
  readonly state: BatchState;
  readonly work: BatchWork | null;
  /** Version and procedure of the first application. */
  readonly version_hash: string | null;
  readonly total: number;
  readonly unused_columns: readonly string[];
  readonly results: BatchView['results'];
  readonly forecasts: readonly Counted[];
  readonly outcomes: readonly Counted[];
  readonly starts_at: Date | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

interface Counted {
  /** One of those with this code. */
  readonly outcome: RowOutcome;
  readonly count: number;
  /** The others say the same of something else. */
  readonly several: boolean;
}

interface RowRecord {
  readonly n: number;
  readonly number: string;
  readonly application_id: string | null;
  readonly version_hash: string | null;
  readonly subject: string | null;
  readonly applicant_name: string | null;
  readonly stage: string | null;
  readonly assignee_name: string | null;
  readonly own: RowsOwn;
  readonly result: RowOutcome | null;
}

const counted = (column: 'forecast' | 'outcome'): string => `coalesce((
  select jsonb_agg(jsonb_build_object('outcome', g.outcome, 'count', g.count, 'several', g.several) order by g.count desc)
  from (select min(${column}::text)::jsonb as outcome, count(*), count(distinct ${column}) > 1 as several
        from batch_row r
        where r.batch_id = b.id and ${column} is not null group by ${column} ->> 'code') g), '[]')`;

@Injectable()
export class BatchesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** The official's own, newest first; one, where an id is given. */
  async own(staffId: string, id: string | null = null): Promise<BatchView[]> {
    const records = await this.dataSource.query<BatchRecord[]>(
      `select b.id, b.state, b.work, b.unused_columns, b.starts_at, b.created_at, b.finished_at,
         (select count(*)::int from batch_row r where r.batch_id = b.id) as total,
         coalesce((select jsonb_agg(jsonb_build_object('value', g.value, 'count', g.count) order by g.count desc, g.value)
           from (select r.own ->> 'result' as value, count(*)::int from batch_row r
                 where r.batch_id = b.id and r.own ? 'result' group by 1 order by 2 desc limit 20) g), '[]') as results,
         ${counted('forecast')} as forecasts, ${counted('outcome')} as outcomes, (
           select a.version_hash from batch_row r join application a on a.id = r.application_id
           where r.batch_id = b.id order by r.n limit 1) as version_hash
       from batch b where b.staff_id = $1 and ($2::uuid is null or b.id = $2) order by b.id desc limit 20`,
      [staffId, id],
    );
    const versions = await this.library.versions(
      records.flatMap(({ version_hash: hash }) => (hash === null ? [] : [hash])),
    );
    return records.map((batch) => ({
      id: batch.id,
      state: batch.state,
      work: batch.work,
      actionTitle: actionTitle(batch.work, versions.get(batch.version_hash ?? '')?.procedure),
      total: batch.total,
      results: batch.results,
      unusedColumns: [...batch.unused_columns],
      forecasts: batch.forecasts.map(countView),
      outcomes: batch.outcomes.map(countView),
      startsAt: batch.starts_at?.toISOString() ?? null,
      createdAt: batch.created_at.toISOString(),
      finishedAt: batch.finished_at?.toISOString() ?? null,
    }));
  }

  /** Null where there is no such batch of the official's. */
  async find(staffId: string, id: string): Promise<BatchView | null> {
    return (await this.own(staffId, id))[0] ?? null;
  }

  /** Lines in the order of the list. Once it runs, what would have become of them is no longer told. */
  async rows(
    { id, state }: BatchView,
    after: number,
    only: 'refused' | undefined,
    size: number,
  ): Promise<BatchRowView[]> {
    const begun = state === 'running' || state === 'done' || state === 'cancelled';
    const result = begun ? 'r.outcome' : 'r.forecast';
    const records = await this.dataSource.query<RowRecord[]>(
      `select r.n, r.number, r.application_id, a.version_hash, a.subject, a.applicant_name, a.stage,
         s.name as assignee_name, r.own, ${result} as result
       from batch_row r
       left join application a on a.id = r.application_id
       left join staff s on s.id::text = r.own ->> 'assigneeId'
       where r.batch_id = $1 and r.n > $2 and ($3::text is null or ${result} ->> 'code' <> 'done')
       order by r.n limit $4`,
      [id, after, only ?? null, size],
    );
    const versions = await this.library.versions(
      records.flatMap(({ version_hash: hash }) => (hash === null ? [] : [hash])),
    );
    return records.map(({ result: outcome, own, ...row }) => {
      const stages = versions.get(row.version_hash ?? '')?.procedure.workflow.stages;
      return {
        n: row.n,
        number: row.number,
        applicationId: row.application_id,
        subject: row.subject ?? '',
        applicantName: row.applicant_name ?? '',
        stageTitle: stages?.get(row.stage ?? '')?.title ?? row.stage ?? '',
        assigneeName: row.assignee_name,
        reason: own.publicReason ?? own.reason ?? null,
        points: (own.points ?? []).map(({ field = '', code, comment }) => ({
          field,
          text: [code, comment].filter((part) => part !== undefined).join('　'),
        })),
        code: outcome?.code ?? null,
        text: outcome && outcomeText(outcome),
      };
    });
  }
}

function actionTitle(work: BatchWork | null, procedure: Procedure | undefined): string | null {
  if (work?.kind !== 'action') return null;
  const stages = [...(procedure?.workflow.stages.values() ?? [])];
  const [action] = stages.flatMap(({ actions }) => actions.get(work.action) ?? []);
  return action?.title ?? work.action;
}

function countView({ outcome, count, several }: Counted): BatchView['forecasts'][number] {
  return { code: outcome.code, text: outcomeText(outcome), count, several };
}
