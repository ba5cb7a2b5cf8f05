import type { EntityManager } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { WHOLE_OFFICE } from '../role-book.js';

/** Who does something to officials' accounts: an administrator, or (null) the command line of the installation. */
export type Administrator = string | null;

/**
 * Administrators act one after the other, and one who has just been locked out acts no more: of two who lock each
 * other out, one remains.
 */
export async function asAdministrator(tx: EntityManager, by: Administrator): Promise<Outcome<null>> {
  await tx.query('select pg_advisory_xact_lock(7290)');
  if (by === null) return done(null);
  const [there] = await tx.query<unknown[]>(
    `select 1 from office_role_in_force r join staff s on s.id = r.staff_id and s.disabled_at is null
     where r.staff_id = $1 and r.role = 'administrator'`,
    [by],
  );
  return there ? done(null) : refuse('not-permitted');
}

/** Holds the account until the transaction ends. @returns its lock and whether it is open */
export async function lockOfficial(
  tx: EntityManager,
  id: string,
): Promise<{ readonly lock: number; readonly disabled: boolean } | null> {
  const [held] = await tx.query<{ lock: number; disabled: boolean }[]>(
    'select lock, disabled_at is not null as disabled from staff where id = $1 for update',
    [id],
  );
  return held ?? null;
}

/** Is there somebody else who is administrator now and for good? */
export async function anotherAdministrator(tx: EntityManager, id: string): Promise<boolean> {
  const [there] = await tx.query<unknown[]>(
    `select 1 from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
     where r.procedure_id = $2 and r.role = 'administrator' and not r.awaited and r.to_on is null
       and coalesce(r.from_on, '-infinity') <= (now() at time zone 'Asia/Tokyo')::date and r.staff_id <> $1 limit 1`,
    [id, WHOLE_OFFICE],
  );
  return there !== undefined;
}
