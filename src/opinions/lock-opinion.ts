import type { EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { type LockedApplication, lockApplication } from '../applications/locked-application.js';
import { worksOn } from '../casework/case-reach.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { officesOf } from '../staff/offices-of.js';

export interface LockedOpinion {
  readonly id: string;
  readonly department_id: string;
  readonly department: string;
  readonly assignee_id: string | null;
  readonly due_on: string;
  readonly application: LockedApplication;
}

/**
 * An opinion that is still out, held by this transaction with its application.
 *
 * @param side `office`: for officials of the office that is asked; `case`: for those who work on the case
 */
export async function lockOpinion(
  tx: EntityManager,
  id: string,
  staff: StaffAsker,
  side: 'office' | 'case',
): Promise<Outcome<LockedOpinion>> {
  const [found] = await tx.query<{ application_id: string; procedure_id: string }[]>(
    side === 'office'
      ? `select o.application_id, a.procedure_id from opinion o join application a on a.id = o.application_id
         where o.id = $1 and o.department_id in (${officesOf('$2')})`
      : `select o.application_id, a.procedure_id from opinion o join application a on a.id = o.application_id
         where o.id = $1 and a.procedure_id = any($2)`,
    [id, side === 'office' ? staff.id : Object.keys(staff.roles)],
  );
  if (!found) return refuse('not-found');
  if (side === 'case' && !worksOn(staff, found.procedure_id)) return refuse('role-missing');
  const application = await lockApplication(tx, found.application_id, { procedures: [found.procedure_id] });
  const [row] = await tx.query<(Omit<LockedOpinion, 'application'> & { state: string })[]>(
    `select o.id, o.department_id, d.full_ja as department, o.assignee_id, o.due_on::text as due_on, o.state
     from opinion o join department d on d.id = o.department_id where o.id = $1 for update of o`,
    [id],
  );
  if (!row || !application) return refuse('not-found');
  return row.state === 'asked' ? done({ ...row, application }) : refuse('opinion-ended');
}
