import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { queueSorts, readQueue } from '../applications/queue.js';
import { QueueRows } from '../applications/queue-rows.js';
import { QueuesQueries } from '../applications/queues.queries.js';
import { newId } from '../database/id.js';
import { columnKey } from '../files/table-cells.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { mostRows, type NewBatchRequest } from './batch.dto.js';
import { mergeLines, type MergedRow } from './merge-lines.js';
import { isResult, readList } from './read-list.js';
import { staffColumns } from './staff-cells.js';

/** A line as it is stored. */
interface NewRow {
  readonly n: number;
  readonly number: string;
  readonly application_id: string | null;
  readonly lock: number | null;
  readonly own: object;
}

interface Found {
  readonly id: string;
  readonly number: string;
  readonly lock: number;
  readonly version_hash: string;
}

type OfResult = Extract<NewBatchRequest, { of: string }>;

interface Listed {
  readonly rows: readonly NewRow[];
  /** Titles of columns that nothing asks for. */
  readonly unused: readonly string[];
}

@Injectable()
export class BeginBatch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: QueuesQueries,
    private readonly rows: QueueRows,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Writes down which applications are meant, each as it is now. @returns the id of the batch */
  async run(staff: StaffAsker, request: NewBatchRequest): Promise<Outcome<string>> {
    const listed = await this.listed(staff, request);
    if (!listed.ok) return listed;
    const { rows, unused } = listed.value;
    if (rows.length === 0) return refuse('batch-empty');
    if (rows.length > mostRows) return refuse('batch-too-long', { params: { max: mostRows } });
    const id = newId();
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`insert into batch (id, staff_id, state, unused_columns) values ($1, $2, 'open', $3)`, [
        id,
        staff.id,
        JSON.stringify(unused),
      ]);
      await tx.query(
        `insert into batch_row (batch_id, n, number, application_id, lock, own)
         select $1, r.* from jsonb_to_recordset($2::jsonb) as
           r(n int, number text, application_id uuid, lock int, own jsonb)`,
        [id, JSON.stringify(rows)],
      );
    });
    return done(id);
  }

  private async listed(staff: StaffAsker, request: NewBatchRequest): Promise<Outcome<Listed>> {
    const procedures = Object.keys(staff.roles);
    const tx = this.dataSource.manager;
    if ('ids' in request) {
      const found = await findBy(tx, 'id', request.ids, procedures);
      const byId = new Map(found.map((one) => [one.id, one]));
      return done({
        rows: request.ids.map((id, index) => rowOf(index, byId.get(id), { number: id })),
        unused: [],
      });
    }
    if ('table' in request) {
      const table = readList(request.table);
      if (table === null) return refuse('batch-without-numbers');
      const lines = mergeLines(table.rows);
      const numbers = lines.map(({ number }) => number);
      const found = await findBy(tx, 'number', numbers, procedures);
      const byNumber = new Map(found.map((one) => [one.number, one]));
      const asked = await this.askedColumns(found);
      return done({
        rows: lines.map((line, index) => rowOf(index, byNumber.get(line.number), withoutOthers(line, asked))),
        unused: table.others.filter((title) => !asked.has(columnKey(title)) && !isResult(title)),
      });
    }
    if ('of' in request) return done({ rows: await this.ofResult(staff, request), unused: [] });
    const queue = readQueue(request.place.queue);
    if (!queue) return refuse('request-invalid', { params: { field: 'queue' } });
    const { only } = request.place;
    // A set has no order, and a listed answer is one for lists alone.
    const sort = queueSorts.find((name) => name === request.place.sort) ?? 'due';
    const asker = await this.rows.inQueues(staff);
    const found = await this.queues.page(asker, { queue, sort, only, after: null }, mostRows + 1);
    const locks = new Map(
      (
        await findBy(
          tx,
          'id',
          found.map(({ id }) => id),
          procedures,
        )
      ).map((one) => [one.id, one]),
    );
    return done({
      rows: found.map(({ id, number }, index) => rowOf(index, locks.get(id), { number })),
      unused: [],
    });
  }

  /** Those of a batch for which one result came out, each as it was seen there. */
  private ofResult(staff: StaffAsker, { of, result }: OfResult): Promise<NewRow[]> {
    return this.dataSource.query<NewRow[]>(
      `select (row_number() over (order by r.n))::int as n, r.number, r.application_id, r.lock, r.own
       from batch_row r join batch b on b.id = r.batch_id
       where b.id = $1 and b.staff_id = $2 and r.own ->> 'result' = $3 order by r.n`,
      [of, staff.id, result],
    );
  }

  /** What any action of these procedures asks officials for, by `columnKey`: the rest of a table is not kept. */
  private async askedColumns(found: readonly Found[]): Promise<ReadonlySet<string>> {
    const versions = await this.library.versions(found.map(({ version_hash: hash }) => hash));
    const keys = [...versions.values()].flatMap((version) =>
      (['ja', 'en'] as const).flatMap((language) =>
        [...inLanguage(version, language).procedure.workflow.stages.values()].flatMap(({ actions }) =>
          [...actions.values()].flatMap(staffColumns).flatMap(({ name, title }) => [name, title]),
        ),
      ),
    );
    return new Set(keys.map(columnKey));
  }
}

function withoutOthers({ cells, ...line }: MergedRow, asked: ReadonlySet<string>): MergedRow {
  const kept = Object.entries(cells ?? {}).filter(([title]) => asked.has(title));
  return kept.length > 0 ? { ...line, cells: Object.fromEntries(kept) } : line;
}

function findBy(
  tx: EntityManager,
  column: 'id' | 'number',
  values: readonly string[],
  procedures: readonly string[],
): Promise<Found[]> {
  const type = column === 'id' ? 'uuid' : 'text';
  return tx.query<Found[]>(
    `select id, number, lock, version_hash from application where ${column} = any($1::${type}[]) and procedure_id = any($2)`,
    [values, procedures],
  );
}

function rowOf(index: number, found: Found | undefined, { number, ...own }: MergedRow): NewRow {
  return {
    n: index + 1,
    number: found?.number ?? number,
    application_id: found?.id ?? null,
    lock: found?.lock ?? null,
    own,
  };
}
