import type { EntityManager } from 'typeorm';
import type { ChecklistItem } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { worksOn } from '../casework/case-reach.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

export interface OpenVisit {
  readonly id: string;
  readonly application_id: string;
  readonly procedure_id: string;
  readonly checklist: readonly ChecklistItem[];
  readonly on_day: string;
  readonly from_time: string;
  readonly to_time: string;
  readonly place: string;
  readonly now: Date;
}

/** A visit that is still planned, held by this transaction; for officials who work on its case. */
export async function lockVisit(
  tx: EntityManager,
  id: string,
  staff: StaffAsker,
): Promise<Outcome<OpenVisit>> {
  const [row] = await tx.query<(OpenVisit & { state: string })[]>(
    `select v.id, v.application_id, a.procedure_id, v.checklist, v.state, v.on_day::text as on_day, v.from_time,
       v.to_time, v.place, clock_timestamp() as now
     from visit v join application a on a.id = v.application_id
     where v.id = $1 and a.procedure_id = any($2) for update of v`,
    [id, Object.keys(staff.roles)],
  );
  if (!row) return refuse('not-found');
  if (!worksOn(staff, row.procedure_id)) return refuse('role-missing');
  return row.state === 'planned' ? done(row) : refuse('visit-ended');
}
