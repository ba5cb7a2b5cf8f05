/** Roles for the whole office, beside those that each procedure's workflow.json names. */
export const officeRoles = [
  'administrator',
  'auditor',
  'statistician',
  'call_centre',
  'author',
  'department_author',
  'procedure_author',
  'publisher',
  'news_writer',
  'news_approver',
] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** What a role in a procedure is called that lets somebody write it. No workflow.json can name a role so. */
export const AUTHOR_OF_PROCEDURE = 'builder:author';

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
  | 'read-statistics'
  /** See how the work that goes on by itself is getting on, and settle what has failed. */
  | 'operate'
  /** Open the builder and read drafts of procedures. */
  | 'read-drafts'
  /** Write drafts of procedures; which of them, says the role (`author-reach.ts`). */
  | 'write-drafts'
  /** Agree to a publication (公開承認), pause and reopen a procedure. */
  | 'publish'
  /** See the announcements that are being written, and what became of those that are out. */
  | 'read-news'
  /** Write announcements and corrections of them. */
  | 'write-news'
  /** Agree to an announcement that somebody else wrote. */
  | 'approve-news'
  /** Hold and stop the mails of one that is out, and take it back. */
  | 'steer-news';

/** The one table of what an office role may do; what does not stand here is refused. */
const powers: Readonly<Record<OfficeRole, readonly OfficePower[]>> = {
  administrator: ['read-staff', 'change-staff', 'operate'],
  auditor: ['read-staff', 'read-applications', 'read-record', 'read-statistics', 'read-news'],
  statistician: ['read-statistics'],
  call_centre: ['read-applications'],
  author: ['read-drafts', 'write-drafts'],
  department_author: ['read-drafts', 'write-drafts'],
  // Never given as such: whoever may write one procedure or another has it (`office_role_in_force`).
  procedure_author: ['read-drafts', 'write-drafts'],
  publisher: ['read-drafts', 'publish'],
  news_writer: ['read-news', 'write-news', 'steer-news'],
  news_approver: ['read-news', 'approve-news', 'steer-news'],
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
