import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan, isCivilDate } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { lockApplication } from '../applications/locked-application.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { worksOn } from '../casework/case-reach.js';
import { newId } from '../database/id.js';
import { type Outcome, Refused, refuse } from '../http/refusal.js';
import { SendMessage } from '../messages/send-message.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { ProposeVisitRequest } from './visit-proposal.dto.js';
import { visitMessages } from './visit-messages.js';
import { areInspectors, checklistOf, slotText } from './write-visit.js';

@Injectable()
export class ProposeVisit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly send: SendMessage,
  ) {}

  /** Offers the applicant times to choose from, in place of those offered before. */
  async run(staff: StaffAsker, applicationId: string, request: ProposeVisitRequest): Promise<Outcome<null>> {
    const { place, inspectors, note } = request;
    const slots = [...request.slots].sort((one, other) => (slotText(one) < slotText(other) ? -1 : 1));
    if (!slots.every(({ onDay }) => isCivilDate(onDay)))
      return refuse('request-invalid', { params: { field: 'slots' } });
    if (slots.some(({ fromTime, toTime }) => toTime <= fromTime)) return refuse('visit-times');
    if (new Set(slots.map(slotText)).size < slots.length) return refuse('visit-slots-same');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, applicationId, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (!worksOn(staff, application.procedure_id)) return refuse('role-missing');
      const today = civilDateInJapan(application.now.toISOString());
      if (slots.some(({ onDay }) => onDay < today)) return refuse('visit-in-past');
      const { procedure } = await this.library.version(application.version_hash);
      if (checklistOf(procedure, application.state.stage) === null) return refuse('action-not-available');
      if (!(await areInspectors(tx, application.procedure_id, inspectors)))
        return refuse('request-invalid', { params: { field: 'inspectors' } });
      const id = newId();
      await tx.query(
        `update visit_proposal set state = 'replaced', answered_at = now() where application_id = $1 and state = 'open'`,
        [applicationId],
      );
      await tx.query(
        `insert into visit_proposal (id, application_id, slots, place, inspectors, note, staff_id, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          applicationId,
          JSON.stringify(slots),
          place.trim(),
          inspectors,
          note.trim(),
          staff.id,
          application.now,
        ],
      );
      await recordLine(tx, application, {
        type: 'visit-proposed',
        actor: staff,
        about: slots.map(slotText).join(', '),
      });
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.propose',
        subject: { kind: 'application', id: applicationId },
        after: contentHash(request),
        detail: { proposal: id, slots: slots.length },
      });
      const body = visitMessages.proposed(slots, place);
      const told = await this.send.run(staff, applicationId, { key: newId(), body, files: [] }, tx);
      // Thrown, so that nothing of it stays.
      if (!told.ok) throw new Refused(told);
      return told;
    });
  }
}
