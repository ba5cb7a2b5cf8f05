import { rolesToActIn, type Asker, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import type { Reach } from '../applications/locked-application.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { ConversationView } from './message.dto.js';

/** The application as far as it decides who may write about it. */
export interface Subject {
  readonly procedure_id: string;
  /** The roles whose turn it is; none while the applicant has it, and at the end. */
  readonly stage_roles: readonly string[];
  readonly assignee_id: string | null;
  readonly application_closed_at: Date | null;
  readonly conversation_closed_at: Date | null;
  readonly now: Date;
}

/** Applications that somebody may read about at all. */
export function reachOf(asker: Asker): Reach {
  return asker.kind === 'applicant' ? { applicantId: asker.id } : { procedures: Object.keys(asker.roles) };
}

/** Why the asker cannot write; null when they can. */
export function closedTo(
  asker: Asker,
  subject: Subject,
  version: CompiledVersion,
): ConversationView['closed'] {
  if (asker.kind === 'staff') return answersFor(asker, subject, version) ? null : 'role';
  const { application_closed_at: ended } = subject;
  if (ended === null) return null;
  if (subject.conversation_closed_at !== null) return 'by-office';
  const keptUntil = new Date(ended);
  keptUntil.setUTCFullYear(ended.getUTCFullYear() + version.procedure.info.retentionYears);
  return subject.now <= keptUntil ? null : 'retention';
}

/**
 * Whoever has the case answers: the roles whose turn it is and the official who took it on. While nobody at the office
 * has it, whoever has a role in the procedure.
 */
export function answersFor(asker: StaffAsker, subject: Subject, { procedure }: CompiledVersion): boolean {
  const mine = rolesToActIn(withoutUnlendable(asker, procedure), subject.procedure_id);
  if (subject.assignee_id === asker.id) return true;
  return subject.stage_roles.length === 0
    ? mine.length > 0
    : subject.stage_roles.some((role) => mine.includes(role));
}
