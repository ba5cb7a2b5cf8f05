import type { EntityManager } from 'typeorm';
import type { GivenRole } from '../record-change.js';
import { type BookedProcedure, roleIn } from '../role-book.js';
import type { Administrator } from './as-administrator.js';

interface HeldRole extends GivenRole {
  readonly awaited: boolean;
}

const keyOf = ({ procedureId, role }: GivenRole) => `${procedureId} ${role}`;

export async function heldRoles(tx: EntityManager, staffId: string): Promise<readonly HeldRole[]> {
  return tx.query<HeldRole[]>(
    `select procedure_id as "procedureId", role, from_on::text as "fromOn", to_on::text as "toOn", awaited
     from staff_role where staff_id = $1 order by procedure_id, role`,
    [staffId],
  );
}

/**
 * Makes the roles of an official those that are wanted. A role that decides waits for a second administrator, unless
 * the command line gives it; so does a longer time of one. A shorter time, and taking a role away, holds at once.
 */
export async function giveRoles(
  tx: EntityManager,
  staffId: string,
  by: Administrator,
  wanted: readonly GivenRole[],
  book: readonly BookedProcedure[],
): Promise<{ readonly given: readonly GivenRole[]; readonly taken: readonly GivenRole[] }> {
  const held = new Map((await heldRoles(tx, staffId)).map((role) => [keyOf(role), role]));
  const given = wanted.filter((role) => !isSame(held.get(keyOf(role)), role));
  const keys = new Set(wanted.map(keyOf));
  const taken = [...held.values()].filter((role) => !keys.has(keyOf(role)));
  for (const { procedureId, role } of taken) {
    await tx.query('delete from staff_role where staff_id = $1 and procedure_id = $2 and role = $3', [
      staffId,
      procedureId,
      role,
    ]);
  }
  for (const role of given) {
    const before = held.get(keyOf(role));
    const decides = roleIn(book, role.procedureId, role.role).role.decides;
    const shorter = before !== undefined && !before.awaited && isWithin(role, before);
    if (shorter) {
      await tx.query(
        `update staff_role set from_on = $4, to_on = $5 where staff_id = $1 and procedure_id = $2 and role = $3`,
        [staffId, role.procedureId, role.role, role.fromOn, role.toOn],
      );
      continue;
    }
    await tx.query(
      `insert into staff_role (staff_id, procedure_id, role, from_on, to_on, given_by, awaited)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (staff_id, procedure_id, role) do update set from_on = excluded.from_on, to_on = excluded.to_on,
         given_by = excluded.given_by, awaited = excluded.awaited, confirmed_by = null`,
      [staffId, role.procedureId, role.role, role.fromOn, role.toOn, by, decides && by !== null],
    );
  }
  return { given, taken: taken.map(({ awaited: _, ...role }) => role) };
}

function isSame(held: GivenRole | undefined, wanted: GivenRole): boolean {
  return held !== undefined && held.fromOn === wanted.fromOn && held.toOn === wanted.toOn;
}

function isWithin(inner: GivenRole, outer: GivenRole): boolean {
  const begins = outer.fromOn === null || (inner.fromOn !== null && inner.fromOn >= outer.fromOn);
  const ends = outer.toOn === null || (inner.toOn !== null && inner.toOn <= outer.toOn);
  return begins && ends;
}
