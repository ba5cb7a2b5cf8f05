import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isCivilDate } from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { BatchWork } from './batch.dto.js';
import { shareOut } from './share-out.js';

@Injectable()
export class CheckBatch {
  constructor(private readonly dataSource: DataSource) {}

  /** Says what is to be done, and has every application looked at: what would become of it. Nothing is done yet. */
  async run(staffId: string, id: string, work: BatchWork): Promise<Outcome<null>> {
    if (work.kind === 'hold' && !isCivilDate(work.reviewOn))
      return refuse('request-invalid', { params: { field: 'reviewOn' } });
    return this.dataSource.transaction(async (tx) => {
      const [[batch]] = await tx.query<[unknown[], number]>(
        `update batch set work = $3, state = 'checking', starts_at = null
         where id = $1 and staff_id = $2 and state in ('open', 'checking', 'checked') returning id`,
        [id, staffId, JSON.stringify(work)],
      );
      if (!batch) return missing(tx, staffId, id);
      await tx.query('delete from batch_letter where batch_id = $1', [id]);
      await tx.query(`update batch_row set forecast = null, own = own - 'assigneeId' where batch_id = $1`, [
        id,
      ]);
      if (work.kind === 'distribute') await distribute(tx, id, work);
      return done(null);
    });
  }
}

/** Why a batch is not there to be changed. */
export async function missing(tx: EntityManager, staffId: string, id: string): Promise<Outcome<never>> {
  const [there] = await tx.query<unknown[]>('select 1 from batch where id = $1 and staff_id = $2', [
    id,
    staffId,
  ]);
  return refuse(there ? 'batch-begun' : 'not-found');
}

async function distribute(
  tx: EntityManager,
  id: string,
  { by, among }: Extract<BatchWork, { kind: 'distribute' }>,
): Promise<void> {
  const rows = await tx.query<{ n: number }[]>(
    'select n from batch_row where batch_id = $1 and application_id is not null order by n',
    [id],
  );
  const loads = await tx.query<{ id: string; open: number }[]>(
    `select s.id, (select count(*)::int from application a where a.open and a.assignee_id = s.id) as open
     from unnest($1::uuid[]) with ordinality as s(id, place) order by s.place`,
    [among],
  );
  const shares = shareOut(rows.length, by, loads);
  await tx.query(
    `update batch_row r set own = own || jsonb_build_object('assigneeId', s.assignee)
     from unnest($2::int[], $3::text[]) as s(n, assignee) where r.batch_id = $1 and r.n = s.n`,
    [id, rows.map(({ n }) => n), shares],
  );
}
