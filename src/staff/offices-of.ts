/**
 * Ids of an official's department and of all above it: who asks one of these asks the official, too.
 *
 * @param staff expression that gives the official's id
 */
export const officesOf = (staff: string): string => `
  with recursive office_up as (
    select own.id, own.parent_id from department own join staff of_own on of_own.department_id = own.id
    where of_own.id = ${staff}
    union all select above.id, above.parent_id from department above join office_up on above.id = office_up.parent_id
  ) select id from office_up`;
