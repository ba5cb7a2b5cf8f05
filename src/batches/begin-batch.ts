import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { queueSorts, readQueue } from '../applications/queue.js';
import { QueueRows } from '../applications/queue-rows.js';
import { QueuesQueries } from '../applications/queues.queries.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { mostRows, type NewBatchRequest } from './batch.dto.js';
import { type ListedRow, readList } from './read-list.js';

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
}

@Injectable()
export class BeginBatch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: QueuesQueries,
    private readonly rows: QueueRows,
  ) {}

  /** Writes down which applications are meant, each as it is now. @returns the id of the batch */
  async run(staff: StaffAsker, request: NewBatchRequest): Promise<Outcome<string>> {
    const listed = await this.listed(staff, request);
    if (!listed.ok) return listed;
    if (listed.value.length === 0) return refuse('batch-empty');
    if (listed.value.length > mostRows) return refuse('batch-too-long', { params: { max: mostRows } });
    const id = newId();
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`insert into batch (id, staff_id, state) values ($1, $2, 'open')`, [id, staff.id]);
      await tx.query(
        `insert into batch_row (batch_id, n, number, application_id, lock, own)
         select $1, r.* from jsonb_to_recordset($2::jsonb) as
           r(n int, number text, application_id uuid, lock int, own jsonb)`,
        [id, JSON.stringify(listed.value)],
      );
    });
    return done(id);
  }

  private async listed(staff: StaffAsker, request: NewBatchRequest): Promise<Outcome<readonly NewRow[]>> {
    const procedures = Object.keys(staff.roles);
    const tx = this.dataSource.manager;
    if ('ids' in request) {
      const found = await findBy(tx, 'id', request.ids, procedures);
      const byId = new Map(found.map((one) => [one.id, one]));
      return done(request.ids.map((id, index) => rowOf(index, byId.get(id), { number: id })));
    }
    if ('table' in request) {
      const lines = readList(request.table);
      if (lines === null) return refuse('batch-without-numbers');
      const numbers = lines.map(({ number }) => number);
      const byNumber = new Map(
        (await findBy(tx, 'number', numbers, procedures)).map((one) => [one.number, one]),
      );
      const seen = new Set<string>();
      return done(
        lines.map((line, index) => {
          const repeated = seen.has(line.number);
          seen.add(line.number);
          return rowOf(index, byNumber.get(line.number), { ...line, ...(repeated && { repeated }) });
        }),
      );
    }
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
    return done(found.map(({ id, number }, index) => rowOf(index, locks.get(id), { number })));
  }
}

function findBy(
  tx: EntityManager,
  column: 'id' | 'number',
  values: readonly string[],
  procedures: readonly string[],
): Promise<Found[]> {
  const type = column === 'id' ? 'uuid' : 'text';
  return tx.query<Found[]>(
    `select id, number, lock from application where ${column} = any($1::${type}[]) and procedure_id = any($2)`,
    [values, procedures],
  );
}

function rowOf(
  index: number,
  found: Found | undefined,
  { number, ...own }: ListedRow & { readonly repeated?: boolean },
): NewRow {
  return {
    n: index + 1,
    number: found?.number ?? number,
    application_id: found?.id ?? null,
    lock: found?.lock ?? null,
    own,
  };
}
