import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { civilDateInJapan } from '#engine';
import type { ApplicantAsker } from '../access/asker.js';
import { type LockedApplication, lockApplication } from '../applications/locked-application.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { done, type Outcome, Refused, refuse } from '../http/refusal.js';
import { SendMessage } from '../messages/send-message.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { ChooseVisitRequest, VisitSlot } from './visit-proposal.dto.js';
import { visitMessages } from './visit-messages.js';
import { checklistOf, slotText, writeVisit } from './write-visit.js';

interface OpenProposal {
  readonly slots: readonly VisitSlot[];
  readonly place: string;
  readonly inspectors: string[];
  readonly note: string;
  readonly staff_id: string;
}

@Injectable()
export class ChooseVisit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly send: SendMessage,
  ) {}

  /** The applicant takes one of the times that were offered, or says that none fits. */
  async run(me: ApplicantAsker, applicationId: string, request: ChooseVisitRequest): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, applicationId, { applicantId: me.id });
      if (!application) return refuse('not-found');
      const [proposal] = await tx.query<OpenProposal[]>(
        `select slots, place, inspectors, note, staff_id from visit_proposal
         where id = $1 and application_id = $2 and state = 'open' for update`,
        [request.proposalId, applicationId],
      );
      if (!proposal) return refuse('visit-proposal-gone');
      const slot = request.slot === null ? null : proposal.slots[request.slot];
      if (slot === undefined) return refuse('request-invalid', { params: { field: 'slot' } });
      if (slot !== null && slot.onDay < civilDateInJapan(application.now.toISOString()))
        return refuse('visit-slot-past');
      await tx.query(`update visit_proposal set state = $2, chosen = $3, answered_at = $4 where id = $1`, [
        request.proposalId,
        slot === null ? 'none-fits' : 'chosen',
        request.slot,
        application.now,
      ]);
      const answered = slot
        ? await this.agree(tx, me, application, proposal, slot)
        : await this.noneFits(tx, me, application, request.note.trim());
      if (!answered.ok) return answered;
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'visit.choose',
        subject: { kind: 'application', id: applicationId },
        after: contentHash(request),
        detail: { proposal: request.proposalId, slot: request.slot },
      });
      return done(null);
    });
  }

  private async agree(
    tx: EntityManager,
    me: ApplicantAsker,
    application: LockedApplication,
    proposal: OpenProposal,
    slot: VisitSlot,
  ): Promise<Outcome<null>> {
    const { procedure } = await this.library.version(application.version_hash);
    const checklist = checklistOf(procedure, application.state.stage);
    if (checklist === null) return refuse('visit-proposal-gone');
    await writeVisit(tx, application.id, proposal.staff_id, { ...proposal, ...slot }, checklist);
    await recordLine(tx, application, { ...by(me), type: 'visit-chosen', about: slotText(slot) });
    return done(null);
  }

  /** Also as a message, so that it stands in the queue of those who wait for an answer. */
  private async noneFits(
    tx: EntityManager,
    me: ApplicantAsker,
    application: LockedApplication,
    note: string,
  ): Promise<Outcome<null>> {
    await recordLine(tx, application, { ...by(me), type: 'visit-none-fits', about: null });
    const body = visitMessages.noneFits(note);
    const told = await this.send.run(me, application.id, { key: newId(), body, files: [] }, tx);
    // Thrown, so that nothing of it stays.
    if (!told.ok) throw new Refused(told);
    return told;
  }
}

function by(me: ApplicantAsker) {
  return {
    actor: { kind: 'applicant', id: me.id },
    agentName: me.mandate?.agentName ?? null,
  } as const;
}
