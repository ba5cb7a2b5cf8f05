import type { LentRole, StaffAsker } from './asker.js';

/** Own roles of an official in procedures: procedure → names. @param staff expression that gives the official's id */
export const rolesOf = (staff: string): string => `
  select coalesce(jsonb_object_agg(g.procedure_id, g.roles), '{}')
  from (select procedure_id, jsonb_agg(role order by role) as roles from staff_role_in_force
        where staff_id = ${staff} group by procedure_id) g`;

/**
 * Does the substitute of an absence `b` still have to do with the absent one's work? Who is locked out, or moved to
 * another office, stands in for nobody.
 */
export const standsIn = `(exists (select from staff_role_in_force theirs
    join staff_role_in_force mine on mine.procedure_id = theirs.procedure_id
    join staff s on s.id = theirs.staff_id and s.disabled_at is null
  where theirs.staff_id = b.substitute_id and mine.staff_id = b.staff_id))`;

/** An absence `b` on the day it is. */
export const isToday = `(now() at time zone 'Asia/Tokyo')::date between b.from_on and b.to_on`;

/** Who may act today by which role: `staff_id`, `procedure_id`, `role`; own roles and those of absent colleagues. */
export const rolesInForce = `
  select r.staff_id, r.procedure_id, r.role
  from staff_role_in_force r join staff s on s.id = r.staff_id and s.disabled_at is null
  union
  select b.substitute_id, r.procedure_id, r.role
  from staff_absence b
  join staff absent on absent.id = b.staff_id and absent.disabled_at is null
  join staff_role_in_force r on r.staff_id = b.staff_id
  where ${isToday} and ${standsIn}`;

/** Roles of those who are absent today and named the official as their substitute. */
export const lentRolesOf = (staff: string): string => `
  select coalesce(jsonb_agg(distinct jsonb_build_object('procedureId', r.procedure_id, 'role', r.role,
    'personId', absent.id, 'personName', absent.name)), '[]')
  from staff_absence b
  join staff absent on absent.id = b.staff_id and absent.disabled_at is null
  join staff_role_in_force r on r.staff_id = b.staff_id
  where b.substitute_id = ${staff} and ${isToday} and ${standsIn}`;

export interface RightsRow {
  readonly roles: Readonly<Record<string, readonly string[]>> | null;
  readonly stands_in_for: readonly LentRole[] | null;
  /** Of somebody who may look at everything. */
  readonly every_procedure: readonly string[] | null;
}

export function rightsOf(row: RightsRow): Pick<StaffAsker, 'roles' | 'standsInFor'> {
  const standsInFor = row.stands_in_for ?? [];
  const lent = Object.fromEntries(standsInFor.map(({ procedureId }) => [procedureId, []]));
  const looked = Object.fromEntries((row.every_procedure ?? []).map((id) => [id, []]));
  return { roles: { ...looked, ...lent, ...row.roles }, standsInFor };
}
