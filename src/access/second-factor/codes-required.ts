import type { OfficeRole } from '../office-roles.js';

/** Officials who must sign in with a one-time code: everybody, or those with one of these roles. */
export type CodesRequiredOf = 'all' | readonly string[];

/** @param roles procedure → names of one's own roles there */
export function mustUseCodes(
  required: CodesRequiredOf,
  officeRoles: readonly OfficeRole[],
  roles: Readonly<Record<string, readonly string[]>>,
): boolean {
  if (required === 'all') return true;
  const own: ReadonlySet<string> = new Set([...officeRoles, ...Object.values(roles).flat()]);
  return required.some((role) => own.has(role));
}
