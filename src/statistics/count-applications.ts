import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { historyEntries } from '../applications/history-entries.js';
import { standsBeside } from '../applications/record-line.js';
import type { EventRecord } from '../applications/applications.queries.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { type Contribution, contributionOf, type CorrectionPointSeen } from './contribution.js';

/** Any constant will do, as long as nothing else in this database locks the same one. */
const countLock = 7_283_645_913;

interface DueApplication {
  readonly id: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly before: readonly Contribution[] | null;
  readonly events: readonly (EventRecord & { readonly seq: number })[];
  readonly points: readonly CorrectionPointSeen[];
}

interface Change extends Contribution {
  readonly procedure_id: string;
  readonly delta: number;
}

/** Counts anew what something has happened to. Whatever is counted twice is counted once. */
@Injectable()
export class CountApplications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Some of those that are due.
   *
   * @returns how many were due; null when another process is at it
   */
  async run(most = 500): Promise<number | null> {
    return this.dataSource.transaction(async (tx) => {
      const [lock] = await tx.query<{ held: boolean }[]>('select pg_try_advisory_xact_lock($1) as held', [
        countLock,
      ]);
      if (!lock?.held) return null;
      const [due] = await tx.query<[{ application_id: string }[], number]>(
        `delete from statistics_due where id in (select id from statistics_due order by id limit $1)
         returning application_id`,
        [most],
      );
      const ids = [...new Set(due.map(({ application_id: id }) => id))];
      if (ids.length > 0) await this.count(tx, ids);
      return due.length;
    });
  }

  /** Everything anew, from the histories: the same numbers, unless somebody changed them by hand. */
  async startOver(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [countLock]);
      await tx.query('truncate statistics_count, statistics_application, statistics_due');
      await tx.query('insert into statistics_due (application_id) select id from application order by id');
    });
  }

  private async count(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const applications = await this.read(tx, ids);
    const versions = await this.library.versions(applications.map(({ version_hash: hash }) => hash));
    const counted = applications.map(({ id, procedure_id, version_hash, before, events, points }) => {
      const procedure = versions.get(version_hash)?.procedure;
      if (!procedure) throw new Error(`No version ${version_hash} is published.`);
      const seqs = events.filter(({ type }) => !standsBeside(type)).map(({ seq }) => seq);
      const history = historyEntries(events).map((entry, index) => ({ ...entry, seq: seqs[index] ?? 0 }));
      return { id, procedure_id, before: before ?? [], after: contributionOf(procedure, history, points) };
    });
    await tx.query(
      `insert into statistics_application (application_id, rows)
       select * from jsonb_to_recordset($1::jsonb) as r(application_id uuid, rows jsonb)
       on conflict (application_id) do update set rows = excluded.rows`,
      [JSON.stringify(counted.map(({ id, after }) => ({ application_id: id, rows: after })))],
    );
    const changes = counted.flatMap(({ procedure_id, before, after }) => [
      ...before.map((one) => ({ ...one, procedure_id, delta: -1 })),
      ...after.map((one) => ({ ...one, procedure_id, delta: 1 })),
    ]);
    await apply(tx, changes);
  }

  private read(tx: EntityManager, ids: readonly string[]): Promise<DueApplication[]> {
    return tx.query<DueApplication[]>(
      `select a.id, a.procedure_id, a.version_hash, s.rows as before, (
         select jsonb_agg(jsonb_build_object('seq', e.seq, 'at', to_json(e.at) #>> '{}', 'type', e.type,
           'from_stage', e.from_stage, 'to_stage', e.to_stage, 'action', e.action, 'actor_kind', e.actor_kind,
           'actor_id', e.actor_id, 'role', e.role) order by e.seq)
         from application_event e where e.application_id = a.id) as events, coalesce((
         select jsonb_agg(jsonb_build_object('seq', p.seq, 'path', p.path, 'reason', p.reason) order by p.seq, p.n)
         from correction_point p where p.application_id = a.id), '[]') as points
       from application a left join statistics_application s on s.application_id = a.id
       where a.id = any($1)`,
      [ids],
    );
  }
}

async function apply(tx: EntityManager, changes: readonly Change[]): Promise<void> {
  await tx.query(
    `insert into statistics_count (procedure_id, kind, day, key, bucket, count)
     select procedure_id, kind, day, key, bucket, sum(delta)
     from jsonb_to_recordset($1::jsonb)
       as c(procedure_id text, kind text, day date, key text, bucket int, delta int)
     group by 1, 2, 3, 4, 5 having sum(delta) <> 0
     on conflict (procedure_id, kind, day, key, bucket) do update
       set count = statistics_count.count + excluded.count`,
    [JSON.stringify(changes)],
  );
}
