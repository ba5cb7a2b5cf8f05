import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { civilDateInJapan, isCivilDate } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { lockApplication } from '../applications/locked-application.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { oweOpinionMails } from '../notices/opinion-mail/owe-opinion-mail.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { viewerOf } from '../readings/viewer.js';
import { officesOf } from '../staff/offices-of.js';
import type { AskOpinionRequest } from './opinion.dto.js';
import { shareable } from './shared-answers.js';

/** A case that asks more offices at once is asking everybody. */
const mostOut = 20;

@Injectable()
export class AskOpinion {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Asks another office. Sent again after a lost answer, it is asked once. */
  async run(staff: StaffAsker, applicationId: string, request: AskOpinionRequest): Promise<Outcome<null>> {
    const { id, departmentId, assigneeId, dueOn, againOf } = request;
    const question = request.question.trim();
    const shared = [...new Set(request.shared)];
    if (question === '') return refuse('opinion-question-empty');
    if (!isCivilDate(dueOn)) return refuse('request-invalid', { params: { field: 'dueOn' } });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, applicationId, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      const [known] = await tx.query<{ application_id: string }[]>(
        'select application_id from opinion where id = $1',
        [id],
      );
      if (known)
        return known.application_id === applicationId
          ? done(null)
          : refuse('request-invalid', { params: { field: 'id' } });
      const { procedure } = await this.library.version(application.version_hash);
      const { state, answers } = application;
      if (!procedure.workflow.stages.get(state.stage)?.opinions) return refuse('opinion-not-here');
      const mine = rolesToActIn(withoutUnlendable(staff, procedure), application.procedure_id);
      if (!application.stage_roles.some((role) => mine.includes(role))) return refuse('role-missing');
      if (dueOn < civilDateInJapan(application.now.toISOString())) return refuse('opinion-due-past');
      if (application.opinions_out >= mostOut) return refuse('opinions-many', { params: { max: mostOut } });
      const allowed = shareable(procedure, viewerOf(staff, procedure, state.stage), answers);
      if (!shared.every((path) => allowed.some(({ field }) => field.path === path)))
        return refuse('opinion-not-shareable');
      const office = await officeToAsk(tx, staff, departmentId, assigneeId);
      if (!office.ok) return office;
      if (againOf !== null && !(await hasEnded(tx, againOf, applicationId)))
        return refuse('request-invalid', { params: { field: 'againOf' } });
      await tx.query(
        `insert into opinion (id, application_id, department_id, assignee_id, question, shared, submission_n, due_on,
           asked_by_id, asked_from, asked_at, again_of_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          applicationId,
          departmentId,
          assigneeId,
          question,
          shared,
          application.submission_count,
          dueOn,
          staff.id,
          staff.department,
          application.now,
          againOf,
        ],
      );
      await recordLine(tx, application, {
        type: 'opinion-asked',
        actor: staff,
        about: office.value,
        note: question,
      });
      await oweOpinionMails(tx, id, 'asked');
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'opinion.ask',
        subject: { kind: 'application', id: applicationId },
        after: contentHash({ question, shared }),
        detail: { opinion: id, department: departmentId, to: assigneeId, dueOn, shared },
      });
      return done(null);
    });
  }
}

/** Name of the office; it must be another than the asker's, and whoever is named must be of it. */
async function officeToAsk(
  tx: EntityManager,
  staff: StaffAsker,
  departmentId: string,
  assigneeId: string | null,
): Promise<Outcome<string>> {
  const [office] = await tx.query<{ name: string; own: boolean; named: boolean }[]>(
    `select d.full_ja as name, d.id in (${officesOf('$2')}) as own,
       $3::uuid is null or exists (select from staff s where s.id = $3 and s.disabled_at is null
         and d.id in (${officesOf('s.id')})) as named
     from department d where d.id = $1`,
    [departmentId, staff.id, assigneeId],
  );
  if (!office) return refuse('request-invalid', { params: { field: 'departmentId' } });
  if (office.own) return refuse('opinion-own-office');
  return office.named ? done(office.name) : refuse('request-invalid', { params: { field: 'assigneeId' } });
}

async function hasEnded(tx: EntityManager, id: string, applicationId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from opinion where id = $1 and application_id = $2 and state <> 'asked'`,
    [id, applicationId],
  );
  return rows.length > 0;
}
