import type { Procedure } from '#engine';
import { rolesToActIn, type StaffAsker } from '../../access/asker.js';

/** Notices are called back by those who decide: whose yes an approval stage needs, or who acts in it. */
export function mayRevoke(staff: StaffAsker, { info, workflow }: Procedure): boolean {
  const deciding = [...workflow.stages.values()]
    .filter(({ kind }) => kind === 'approval')
    .flatMap(({ role, approvers }) => [role, ...(approvers?.steps.map((step) => step.role) ?? [])]);
  const own = rolesToActIn(staff, info.id);
  return own.some((role) => deciding.includes(role));
}
