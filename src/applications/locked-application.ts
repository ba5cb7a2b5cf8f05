import type { EntityManager } from 'typeorm';
import { type Answers, type ApplicationFacts, civilDateInJapan, type WorkflowState } from '#engine';

/** One application, held by this transaction until it ends. */
export interface LockedApplication {
  readonly id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly applicant_id: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly account_name: string;
  readonly mail: string;
  /** In which its applicant wants mails. */
  readonly language: 'ja' | 'en';
  /** The roles whose turn it is. */
  readonly stage_roles: readonly string[];
  readonly assignee_id: string | null;
  /** Back in a stage that had it before. */
  readonly returned: boolean;
  readonly state: WorkflowState;
  readonly lock: number;
  readonly event_count: number;
  readonly submission_count: number;
  readonly warnings_count: number;
  /** Opinions asked of other offices that are still out. */
  readonly opinions_out: number;
  readonly submitted_at: Date;
  /** As of the latest submission. */
  readonly answers: Answers;
  /** The database's clock once the lock was held: later than every event before. */
  readonly now: Date;
}

/** Whose application it must be: that of an applicant, or one of certain procedures. */
export type Reach = { readonly applicantId: string } | { readonly procedures: readonly string[] };

/**
 * Waits for whoever changes the application now, then reads it. Two statements, because one that waited would still
 * see the other tables as they were before.
 *
 * @returns null when there is no such application within reach
 */
export async function lockApplication(
  tx: EntityManager,
  id: string,
  reach: Reach,
): Promise<LockedApplication | null> {
  const [held] = await tx.query<unknown[]>(
    'applicantId' in reach
      ? 'select 1 from application where id = $1 and applicant_id = $2 for update'
      : 'select 1 from application where id = $1 and procedure_id = any($2) for update',
    [id, 'applicantId' in reach ? reach.applicantId : reach.procedures],
  );
  if (!held) return null;
  return readLocked(tx, id);
}

/** Of an application `a`. */
export const opinionsOut = `(select count(*)::int from opinion o where o.application_id = a.id and o.state = 'asked')`;

/** What is known of an application that this transaction holds already. */
export async function readLocked(tx: EntityManager, id: string): Promise<LockedApplication | null> {
  const [row] = await tx.query<LockedApplication[]>(
    `select a.id, a.number, a.procedure_id, a.version_hash, a.applicant_id, a.subject, a.applicant_name, c.name as account_name,
            coalesce(l.mail, '') as mail, coalesce(l.language, 'ja') as language, a.stage_roles, a.assignee_id, a.returned, a.state, a.lock, a.event_count, a.submission_count, a.warnings_count,
            a.submitted_at, s.answers, ${opinionsOut} as opinions_out, clock_timestamp() as now
     from application a
     join applicant c on c.id = a.applicant_id
     left join account l on l.id = c.account_id
     join submission s on s.application_id = a.id and s.n = a.submission_count
     where a.id = $1`,
    [id],
  );
  return row ?? null;
}

export function factsOf(
  application: Pick<LockedApplication, 'answers' | 'number' | 'submitted_at' | 'warnings_count'> & {
    readonly opinions_out?: number;
  },
): ApplicationFacts {
  return {
    answers: application.answers,
    number: application.number,
    submittedOn: civilDateInJapan(application.submitted_at.toISOString()),
    warnings: application.warnings_count,
    opinionsOut: application.opinions_out ?? 0,
  };
}
