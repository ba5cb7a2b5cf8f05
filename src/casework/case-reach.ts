import { actorIn, type StaffAsker } from '../access/asker.js';

/** Officials with a role in the procedure, own or lent, work on its applications; others only look on. */
export function worksOn(staff: StaffAsker, procedureId: string): boolean {
  const { roles, standsInFor = [] } = actorIn(staff, procedureId);
  return roles.length > 0 || standsInFor.length > 0;
}
