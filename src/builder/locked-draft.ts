import type { EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { type Reach, reachOf, withinReach } from './author-reach.js';

export interface LockedDraft {
  readonly id: string;
  readonly procedure_id: string;
  readonly revision: number;
  readonly changed_by: string | null;
}

/** Holds a draft until the transaction ends; null where it is not there, or not within the official's reach. */
export async function lockDraft(
  tx: Pick<EntityManager, 'query'>,
  me: StaffAsker,
  id: string,
  reach: Reach = 'write',
): Promise<LockedDraft | null> {
  const [row] = await tx.query<LockedDraft[]>(
    `select d.id, d.procedure_id, d.revision, d.changed_by from procedure_draft d
     where d.id = $1 and d.removed_at is null and ${withinReach(2)} for update of d`,
    [id, ...reachOf(me, reach)],
  );
  return row ?? null;
}
