import type { EntityManager } from 'typeorm';

/** What stands in the history beside the steps of the workflow: it moves nothing, and the engine does not read it. */
const besideTypes = [
  'assigned',
  'opinion-asked',
  'opinion-extended',
  'opinion-answered',
  'opinion-withdrawn',
  'visit-proposed',
  'visit-chosen',
  'visit-none-fits',
  'visit-planned',
  'visit-moved',
  'visit-cancelled',
  'visit-done',
  'version-moved',
] as const;

export type BesideType = (typeof besideTypes)[number];

export function standsBeside(type: string): boolean {
  return besideTypes.some((one) => one === type);
}

export interface BesideLine {
  readonly type: BesideType;
  readonly actor: { readonly kind: 'staff' | 'applicant' | 'system'; readonly id: string };
  /** Who did it in the applicant's name. */
  readonly agentName?: string | null;
  /** What it is about: an office, a day and place. */
  readonly about: string | null;
  /** For colleagues alone. */
  readonly note?: string | null;
}

/**
 * Adds a line to the history of an application that the transaction holds. Colleagues who have it on the screen are
 * told that it has changed.
 */
export async function recordLine(
  tx: EntityManager,
  { id, now }: { readonly id: string; readonly now: Date },
  { type, actor, agentName = null, about, note = null }: BesideLine,
): Promise<void> {
  await tx.query(
    `with changed as (
       update application set event_count = event_count + 1, lock = lock + 1 where id = $1
       returning id, event_count, stage
     )
     insert into application_event
       (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id, agent_name, reason, note)
     select id, event_count, $2, $3, stage, stage, null, $4, $5, $6, $7, $8 from changed`,
    [id, now, type, actor.kind, actor.id, agentName, about, note],
  );
}
