import type { StaffAsker } from './asker.js';
import { mayInOffice } from './office-roles.js';

/** Of which procedures an official may see statistics: all, those that a role of theirs is in, or none. */
export function statisticsOf(staff: StaffAsker): 'all' | 'none' | readonly string[] {
  if (mayInOffice(staff.officeRoles, 'read-statistics')) return 'all';
  const own = Object.keys(staff.roles).filter((id) => (staff.roles[id]?.length ?? 0) > 0);
  return own.length > 0 ? own : 'none';
}
