import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { reachOf, withinReach } from './author-reach.js';

/** How long somebody counts as present after the last sign of life; the builder gives one every 10 seconds. */
export const presenceSeconds = 40;

@Injectable()
export class KeepPlace {
  constructor(private readonly dataSource: DataSource) {}

  /** A sign of life: the official has the draft open, there. It blocks nobody; it tells the others. */
  async run(me: StaffAsker, draftId: string, place: string): Promise<Outcome<null>> {
    const [reached] = await this.dataSource.query<unknown[]>(
      `select from procedure_draft d where d.id = $1 and d.removed_at is null and ${withinReach(2)}`,
      [draftId, ...reachOf(me, 'read')],
    );
    if (!reached) return refuse('not-found');
    await writePlace(this.dataSource, draftId, me.id, place);
    return done(null);
  }
}

export async function writePlace(
  tx: Pick<EntityManager, 'query'>,
  draftId: string,
  staffId: string,
  place: string,
): Promise<void> {
  await tx.query(
    `with swept as (delete from procedure_draft_presence where seen_at < now() - interval '1 day')
     insert into procedure_draft_presence (draft_id, staff_id, place, since, seen_at)
     values ($1, $2, $3, clock_timestamp(), clock_timestamp())
     on conflict (draft_id, staff_id) do update set seen_at = excluded.seen_at, place = excluded.place,
       since = case when procedure_draft_presence.seen_at < now() - interval '${presenceSeconds} seconds'
         then excluded.since else procedure_draft_presence.since end`,
    [draftId, staffId, place],
  );
}
