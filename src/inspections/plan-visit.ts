import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan, isCivilDate } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { lockApplication } from '../applications/locked-application.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { worksOn } from '../casework/case-reach.js';
import { newId } from '../database/id.js';
import { done, type Outcome, Refused, refuse } from '../http/refusal.js';
import { SendMessage } from '../messages/send-message.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { PlanVisitRequest } from './visit.dto.js';
import { visitMessages } from './visit-messages.js';

@Injectable()
export class PlanVisit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly send: SendMessage,
  ) {}

  /** Agrees on a visit, or moves the one that is planned; the applicant gets a message where that is wished. */
  async run(staff: StaffAsker, applicationId: string, request: PlanVisitRequest): Promise<Outcome<null>> {
    const { onDay, fromTime, toTime, place, inspectors, note, tell } = request;
    if (!isCivilDate(onDay)) return refuse('request-invalid', { params: { field: 'onDay' } });
    if (toTime <= fromTime) return refuse('visit-times');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, applicationId, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (!worksOn(staff, application.procedure_id)) return refuse('role-missing');
      if (onDay < civilDateInJapan(application.now.toISOString())) return refuse('visit-in-past');
      const { procedure } = await this.library.version(application.version_hash);
      const stages = [...procedure.workflow.stages.values()].filter(({ kind }) => kind === 'inspection');
      const current = procedure.workflow.stages.get(application.state.stage);
      if (stages.length === 0 || current?.kind === 'final') return refuse('action-not-available');
      const checklist = (current?.kind === 'inspection' ? current : stages[0])?.checklist ?? [];
      const known = await tx.query<unknown[]>(
        `select distinct r.staff_id from staff_role_in_force r join staff s on s.id = r.staff_id
         where r.procedure_id = $1 and r.staff_id = any($2) and s.disabled_at is null`,
        [application.procedure_id, inspectors],
      );
      if (known.length !== inspectors.length)
        return refuse('request-invalid', { params: { field: 'inspectors' } });
      const [row] = await tx.query<{ id: string; moved: boolean }[]>(
        `insert into visit (id, application_id, on_day, from_time, to_time, place, inspectors, note, checklist,
           staff_id, planned_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
         on conflict (application_id) where state = 'planned' do update set on_day = excluded.on_day,
           from_time = excluded.from_time, to_time = excluded.to_time, place = excluded.place,
           inspectors = excluded.inspectors, note = excluded.note, staff_id = excluded.staff_id,
           planned_at = excluded.planned_at
         returning id, id <> $1 as moved`,
        [
          newId(),
          applicationId,
          onDay,
          fromTime,
          toTime,
          place.trim(),
          inspectors,
          note.trim(),
          JSON.stringify(checklist),
          staff.id,
        ],
      );
      if (!row) throw new Error('A visit is planned.');
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.plan',
        subject: { kind: 'application', id: applicationId },
        after: contentHash(request),
        detail: { visit: row.id, onDay, inspectors, told: tell },
      });
      if (!tell) return done(null);
      const body = visitMessages[row.moved ? 'moved' : 'planned'](request);
      const told = await this.send.run(staff, applicationId, { key: newId(), body, files: [] }, tx);
      // Thrown, so that nothing of it stays.
      if (!told.ok) throw new Refused(told);
      return told;
    });
  }
}
