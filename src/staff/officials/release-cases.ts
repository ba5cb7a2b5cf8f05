import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/record-audit.js';

/**
 * Open applications on an official's desk go back into the queue, with a line in their history and one in the log.
 * @param by null where nobody did it: a role has ended
 * @param which all of them, those outside of the procedures to be kept, or only certain ones
 * @returns how many
 */
export async function releaseCases(
  tx: EntityManager,
  staffId: string,
  by: string | null,
  which: { readonly kept?: readonly string[]; readonly only?: readonly string[] } = {},
): Promise<number> {
  const rows = await tx.query<{ application_id: string }[]>(
    `with held as (
       select id from application where open and assignee_id = $1 and procedure_id <> all($3)
         and ($4::uuid[] is null or id = any($4)) order by id for update
     ), released as (
       update application a set assignee_id = null, event_count = a.event_count + 1, lock = a.lock + 1
       from held where a.id = held.id returning a.id, a.event_count, a.stage
     ), written as (
       insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id, reason)
       select id, event_count, clock_timestamp(), 'assigned', stage, stage, null,
         case when $2::text is null then 'system' else 'staff' end, coalesce($2::text, 'system'), null
       from released returning application_id
     )
     select * from written`,
    [staffId, by, which.kept ?? [], which.only ?? null],
  );
  if (rows.length > 0) {
    await recordAudit(
      tx,
      ...rows.map(({ application_id: id }) => ({
        actor: by === null ? ({ kind: 'system', id: null } as const) : ({ kind: 'staff', id: by } as const),
        action: 'application.assign' as const,
        subject: { kind: 'application', id },
        detail: { from: staffId, to: null },
      })),
    );
  }
  return rows.length;
}
