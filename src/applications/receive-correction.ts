import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  advance,
  type Answers,
  changedOutsideTargets,
  endStaleOverrides,
  type Form,
  type Problem,
  targetLabel,
} from '#engine';
import type { AuditActor } from '../audit/audit-entry.js';
import { inTransaction } from '../database/in-transaction.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { applicantsAction } from './applicants-action.js';
import { fromEngine } from './engine-refusal.js';
import { factsOf, lockApplication } from './locked-application.js';
import type { Received } from './receive-application.js';
import { RecordAdvance } from './record-advance.js';

/** Corrected answers that were found good. */
export interface CorrectionArrival {
  readonly version: CompiledVersion;
  readonly applicationId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly applicantId: string;
  /** Who submits it in the applicant's name. */
  readonly agentName: string | null;
  readonly actor: AuditActor;
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  readonly attachmentIds: readonly string[];
  readonly signatureId: string | null;
}

@Injectable()
export class ReceiveCorrection {
  constructor(
    private readonly dataSource: DataSource,
    private readonly record: RecordAdvance,
  ) {}

  /**
   * Adds the next submission and gives the application back to whoever asked. Only what was asked for may have
   * changed, and what follows from it.
   *
   * @param within a transaction that it is part of; left out, it is one of its own
   * @returns null when the draft was no longer open at that revision; nothing was written then
   */
  async run(arrival: CorrectionArrival, within?: EntityManager): Promise<Outcome<Received | null>> {
    const { version, applicationId, applicantId, answers, warnings } = arrival;
    const { procedure } = version;
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, applicationId, { applicantId });
      if (!application) return refuse('not-found');
      const { correction } = application.state;
      const action = applicantsAction(procedure, application.state, 'resubmit');
      if (!correction || !action)
        return (await isOpen(tx, arrival)) ? refuse('correction-not-asked') : done(null);
      const targets = correction.targets.map(({ path }) => path);
      const outside = changedOutsideTargets(procedure.form, application.answers, answers, targets);
      if (outside.length > 0) {
        return refuse('outside-correction', {
          problems: outside.map((path) => outsideProblem(procedure.form, path)),
        });
      }
      const actor = { kind: 'applicant', id: applicantId, roles: [] } as const;
      const facts = { ...factsOf(application), answers, warnings: warnings.length };
      const now = application.now.toISOString();
      const settled = endStaleOverrides(procedure, application.state, application.answers, answers, now);
      const next = advance(procedure, settled.state, { action, actor }, facts, now);
      if (!next.ok) return fromEngine(next);
      if (!(await closeDraft(tx, arrival))) return done(null);
      const whole = { ...next, history: [...settled.history, ...next.history] };
      await this.record.run(tx, application, procedure, whole, {
        draftId: arrival.draftId,
        answers,
        warnings,
        signatureId: arrival.signatureId,
        agentName: arrival.agentName,
        actor: arrival.actor,
      });
      return done({ applicationId, number: application.number, submittedAt: application.now });
    });
  }
}

async function isOpen(tx: EntityManager, { draftId }: CorrectionArrival): Promise<boolean> {
  const rows = await tx.query<unknown[]>(`select 1 from draft where id = $1 and state = 'open'`, [draftId]);
  return rows.length > 0;
}

async function closeDraft(tx: EntityManager, arrival: CorrectionArrival): Promise<boolean> {
  const [closed] = await tx.query<[unknown[], number]>(
    `update draft set state = 'submitted', answers = '{}', saved_at = now()
     where id = $1 and applicant_id = $2 and state = 'open' and revision = $3 returning id`,
    [arrival.draftId, arrival.applicantId, arrival.revision],
  );
  if (closed.length === 0) return false;
  await tx.query('update attachment set application_id = $1 where draft_id = $2 and id = any($3::uuid[])', [
    arrival.applicationId,
    arrival.draftId,
    arrival.attachmentIds,
  ]);
  return true;
}

function outsideProblem(form: Form, path: string) {
  const label = targetLabel(form, path);
  return {
    path,
    code: 'outside-correction',
    level: 'error' as const,
    text: {
      ja: `「${label}」は補正をお願いした項目ではないため、変更できません。`,
      en: `“${label}” is not part of the request for correction and cannot be changed.`,
    },
  };
}
