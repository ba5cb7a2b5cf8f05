import type { EntityManager } from 'typeorm';
import type { AuditAction } from '../audit/audit-entry.js';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';

/** What can be done to an official's account. */
export type ChangeKind =
  | 'added'
  | 'changed'
  | 'role-confirmed'
  | 'disabled'
  | 'enabled'
  | 'password-issued'
  | 'password-chosen'
  | 'codes-set-up'
  | 'codes-given-up'
  | 'codes-reset'
  | 'recovery-codes-renewed'
  | 'sessions-ended';

/** A role as it is given: in a procedure, or for the whole office (`*`). */
export interface GivenRole {
  readonly procedureId: string;
  readonly role: string;
  /** First and last day in Japan, both included; null is open. */
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** What a change was, in words that stay: names and not ids. */
export interface ChangeDetail {
  /** Name of a field → before and after. */
  readonly fields?: Readonly<Record<string, readonly [before: string, after: string]>>;
  readonly given?: readonly GivenRole[];
  readonly taken?: readonly GivenRole[];
  readonly reason?: string;
  /** Applications that went back into the queue. */
  readonly released?: number;
}

const actions: Readonly<Record<ChangeKind, AuditAction>> = {
  added: 'staff.add',
  changed: 'staff.change',
  'role-confirmed': 'staff.confirm-role',
  disabled: 'staff.disable',
  enabled: 'staff.enable',
  'password-issued': 'staff.issue-password',
  'password-chosen': 'staff.choose-password',
  'codes-set-up': 'staff.set-up-codes',
  'codes-given-up': 'staff.give-up-codes',
  'codes-reset': 'staff.reset-codes',
  'recovery-codes-renewed': 'staff.renew-recovery-codes',
  'sessions-ended': 'staff.end-sessions',
};

/** In the caller's transaction: into the history of the account and, without names and reasons, into the sealed log. @param byId null for the command line */
export async function recordChange(
  tx: EntityManager,
  staffId: string,
  byId: string | null,
  kind: ChangeKind,
  detail: ChangeDetail = {},
): Promise<void> {
  await tx.query('insert into staff_change (id, staff_id, by_id, kind, detail) values ($1, $2, $3, $4, $5)', [
    newId(),
    staffId,
    byId,
    kind,
    JSON.stringify(detail),
  ]);
  const { given = [], taken = [], released } = detail;
  await recordAudit(tx, {
    actor: byId === null ? { kind: 'system', id: null } : { kind: 'staff', id: byId },
    action: actions[kind],
    subject: { kind: 'staff', id: staffId },
    detail: { given, taken, ...(released !== undefined && { released }) },
  });
}
