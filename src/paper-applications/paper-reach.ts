import type { Procedure } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';

/** Does one of the official's roles, own or lent, key in what arrives on paper (`receivesPaper`)? */
export function receivesPaper(staff: StaffAsker, procedure: Procedure): boolean {
  return rolesToActIn(withoutUnlendable(staff, procedure), procedure.info.id).some(
    (role) => procedure.workflow.roles.get(role)?.receivesPaper === true,
  );
}
