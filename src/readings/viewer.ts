import type { Procedure, Viewer } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';

/**
 * An official as the matrix stage × field knows them. Roles for the whole office count only for those who have none in
 * the procedure.
 */
export function viewerOf(asker: StaffAsker, procedure: Procedure, stage: string): Viewer {
  const roles = rolesToActIn(withoutUnlendable(asker, procedure), procedure.info.id);
  return { stage, roles: roles.length > 0 ? roles : asker.officeRoles.map((role) => `office:${role}`) };
}
