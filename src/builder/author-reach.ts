import { mayInOffice } from '../access/office-roles.js';
import type { StaffAsker } from '../access/asker.js';

/**
 * Which drafts and procedures an official reaches. `read`: to look at; whoever agrees to publications looks at all of
 * them. `write`: to change; authors of the whole office all, others those of their department and what is below it,
 * and the procedures that they were given.
 */
export type Reach = 'read' | 'write';

/**
 * A condition on `d`, which has `procedure_id` and `department_id`.
 * @param first number of the first of its three parameters
 */
export function withinReach(first: number): string {
  const [whole, ofDepartment, staff] = [first, first + 1, first + 2].map((n) => `$${n}`);
  return `(${whole}::boolean
    or exists (select from author_role_in_force r where r.staff_id = ${staff} and r.procedure_id = d.procedure_id)
    or (${ofDepartment}::boolean and d.department_id in (
      with recursive below as (
        select department_id as id from staff where id = ${staff}
        union all select c.id from department c join below b on c.parent_id = b.id
      ) select id from below)))`;
}

export function reachOf(me: StaffAsker, reach: Reach): readonly [boolean, boolean, string] {
  const whole =
    me.officeRoles.includes('author') || (reach === 'read' && mayInOffice(me.officeRoles, 'publish'));
  return [whole, me.officeRoles.includes('department_author'), me.id];
}

/** May write a procedure that nobody has yet. */
export function mayBeginNew(me: StaffAsker): boolean {
  return me.officeRoles.includes('author') || me.officeRoles.includes('department_author');
}
