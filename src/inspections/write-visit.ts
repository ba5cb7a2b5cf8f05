import type { EntityManager } from 'typeorm';
import type { ChecklistItem, Procedure } from '#engine';
import { newId } from '../database/id.js';
import type { PlanVisitRequest } from './visit.dto.js';
import type { VisitSlot } from './visit-proposal.dto.js';

/** Of what will be visited; null where the procedure visits nobody, or the application has ended. */
export function checklistOf({ workflow }: Procedure, stage: string): readonly ChecklistItem[] | null {
  const inspections = [...workflow.stages.values()].filter(({ kind }) => kind === 'inspection');
  const current = workflow.stages.get(stage);
  if (inspections.length === 0 || current?.kind === 'final') return null;
  return (current?.kind === 'inspection' ? current : inspections[0])?.checklist ?? [];
}

/** Are they all officials of the procedure? */
export async function areInspectors(
  tx: EntityManager,
  procedureId: string,
  inspectors: readonly string[],
): Promise<boolean> {
  const known = await tx.query<unknown[]>(
    `select distinct r.staff_id from staff_role_in_force r join staff s on s.id = r.staff_id
     where r.procedure_id = $1 and r.staff_id = any($2) and s.disabled_at is null`,
    [procedureId, inspectors],
  );
  return known.length === inspectors.length;
}

/** Writes the visit that is planned, or moves it. What was proposed before is settled by it. */
export async function writeVisit(
  tx: EntityManager,
  applicationId: string,
  staffId: string,
  visit: Omit<PlanVisitRequest, 'tell'>,
  checklist: readonly ChecklistItem[],
): Promise<{ readonly id: string; readonly moved: boolean }> {
  const [row] = await tx.query<{ id: string; moved: boolean }[]>(
    `insert into visit (id, application_id, on_day, from_time, to_time, place, inspectors, note, checklist,
       staff_id, planned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
     on conflict (application_id) where state = 'planned' do update set on_day = excluded.on_day,
       from_time = excluded.from_time, to_time = excluded.to_time, place = excluded.place,
       inspectors = excluded.inspectors, note = excluded.note, staff_id = excluded.staff_id,
       planned_at = excluded.planned_at, revision = visit.revision + 1
     returning id, id <> $1 as moved`,
    [
      newId(),
      applicationId,
      visit.onDay,
      visit.fromTime,
      visit.toTime,
      visit.place.trim(),
      visit.inspectors,
      visit.note.trim(),
      JSON.stringify(checklist),
      staffId,
    ],
  );
  if (!row) throw new Error('A visit is planned.');
  await tx.query(
    `update visit_proposal set state = 'replaced', answered_at = now() where application_id = $1 and state = 'open'`,
    [applicationId],
  );
  return row;
}

/** How the history names a time, whatever the reader's language. */
export function slotText({ onDay, fromTime, toTime }: VisitSlot): string {
  return `${onDay} ${fromTime}–${toTime}`;
}
