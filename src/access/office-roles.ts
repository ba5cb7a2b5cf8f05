/** Roles for the whole office, beside those that each procedure's workflow.json names. */
export const officeRoles = ['administrator', 'auditor', 'statistician', 'call_centre'] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** What an office role lets one do. */
export type OfficePower =
  /** See officials, their roles and the history of these. */
  | 'read-staff'
  /** Add, change and lock officials, departments and teams. */
  | 'change-staff'
  /** Look at every procedure's applications without acting on them. */
  | 'read-applications'
  /** Read the record of who did what. */
  | 'read-record'
  | 'read-statistics';

/** The one table of what an office role may do; what does not stand here is refused. */
const powers: Readonly<Record<OfficeRole, readonly OfficePower[]>> = {
  administrator: ['read-staff', 'change-staff'],
  auditor: ['read-staff', 'read-applications', 'read-record', 'read-statistics'],
  statistician: ['read-statistics'],
  call_centre: ['read-applications'],
};

export function mayInOffice(roles: readonly OfficeRole[], power: OfficePower): boolean {
  return roles.some((role) => powers[role].includes(power));
}

/** The office roles with a power. */
export function rolesWith(power: OfficePower): readonly OfficeRole[] {
  return officeRoles.filter((role) => powers[role].includes(power));
}

/** The names that are office roles; what a database may hold besides is nothing. */
export function readOfficeRoles(names: readonly string[]): readonly OfficeRole[] {
  return officeRoles.filter((role) => names.includes(role));
}
