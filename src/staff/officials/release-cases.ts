import type { EntityManager } from 'typeorm';

/**
 * Open applications on an official's desk go back into the queue, with a line in their history.
 * @param kept procedures whose applications stay
 * @returns how many
 */
export async function releaseCases(
  tx: EntityManager,
  staffId: string,
  by: string | null,
  kept: readonly string[] = [],
): Promise<number> {
  const rows = await tx.query<unknown[]>(
    `with held as (
       select id from application where open and assignee_id = $1 and procedure_id <> all($3) order by id for update
     ), released as (
       update application a set assignee_id = null, event_count = a.event_count + 1, lock = a.lock + 1
       from held where a.id = held.id returning a.id, a.event_count, a.stage
     ), written as (
       insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id, reason)
       select id, event_count, clock_timestamp(), 'assigned', stage, stage, null,
         case when $2::text is null then 'system' else 'staff' end, coalesce($2::text, 'system'), null
       from released returning 1
     )
     select * from written`,
    [staffId, by, kept],
  );
  return rows.length;
}
