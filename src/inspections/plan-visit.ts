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
import { done, type Outcome, Refused, refuse } from '../http/refusal.js';
import { SendMessage } from '../messages/send-message.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { PlanVisitRequest } from './visit.dto.js';
import { visitMessages } from './visit-messages.js';
import { areInspectors, checklistOf, slotText, writeVisit } from './write-visit.js';

@Injectable()
export class PlanVisit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly send: SendMessage,
  ) {}

  /** Agrees on a visit, or moves the one that is planned; the applicant gets a message where that is wished. */
  async run(staff: StaffAsker, applicationId: string, request: PlanVisitRequest): Promise<Outcome<null>> {
    const { onDay, fromTime, toTime, inspectors, tell } = request;
    if (!isCivilDate(onDay)) return refuse('request-invalid', { params: { field: 'onDay' } });
    if (toTime <= fromTime) return refuse('visit-times');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, applicationId, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (!worksOn(staff, application.procedure_id)) return refuse('role-missing');
      if (onDay < civilDateInJapan(application.now.toISOString())) return refuse('visit-in-past');
      const { procedure } = await this.library.version(application.version_hash);
      const checklist = checklistOf(procedure, application.state.stage);
      if (checklist === null) return refuse('action-not-available');
      if (!(await areInspectors(tx, application.procedure_id, inspectors)))
        return refuse('request-invalid', { params: { field: 'inspectors' } });
      const visit = await writeVisit(tx, applicationId, staff.id, request, checklist);
      await recordLine(tx, application, {
        type: visit.moved ? 'visit-moved' : 'visit-planned',
        actor: staff,
        about: slotText(request),
      });
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.plan',
        subject: { kind: 'application', id: applicationId },
        after: contentHash(request),
        detail: { visit: visit.id, onDay, inspectors, told: tell },
      });
      if (!tell) return done(null);
      const body = visitMessages[visit.moved ? 'moved' : 'planned'](request);
      const message = { key: newId(), body, files: [] };
      const told = await this.send.run(staff, applicationId, message, tx, visit.id);
      // Thrown, so that nothing of it stays.
      if (!told.ok) throw new Refused(told);
      return told;
    });
  }
}
