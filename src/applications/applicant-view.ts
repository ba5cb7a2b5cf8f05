import { civilDateInJapan, type Procedure, printHighlights } from '#engine';
import type { Language } from '../http/language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { applicantsAction } from './applicants-action.js';
import type { ApplicantApplicationView, ApplicantStep, ApplicationListItem } from './application.dto.js';
import {
  type ApplicationListRow,
  type ApplicationRecord,
  type EventRecord,
  iso,
} from './applications.queries.js';
import { targetsIn } from './correction-targets.js';
import { factsOf } from './locked-application.js';
import { changedByOffice } from './override-views.js';
import { noticeView } from './notice-view.js';
import { stepsAhead, turnOf, unansweredLeadsTo } from './steps-ahead.js';
import { clockView } from './clock-view.js';
import { stageNamed } from './stage-columns.js';

export function applicationListItem(
  row: ApplicationListRow,
  { procedure }: CompiledVersion,
): ApplicationListItem {
  return {
    id: row.id,
    number: row.number,
    procedureId: row.procedure_id,
    procedureTitle: procedure.info.title,
    subject: row.subject,
    submittedAt: row.submitted_at.toISOString(),
    status: { ...stageNamed(procedure.workflow.stages, row.stage).publicStatus },
    correctionDueOn: row.correction_due_on,
    open: row.open,
    unreadMessages: row.unread_messages,
    unopenedNotices: row.unopened_notices,
  };
}

/** What applicants may see of their application: nothing internal, nobody's name. */
export function applicantView(
  record: ApplicationRecord,
  { procedure, hash }: CompiledVersion,
  language: Language,
): ApplicantApplicationView {
  const { info, form, workflow } = procedure;
  const { correction } = record.state;
  return {
    id: record.id,
    number: record.number,
    procedureId: record.procedure_id,
    procedureTitle: info.title,
    versionHash: hash,
    subject: record.subject,
    submittedAt: record.submitted_at.toISOString(),
    status: { ...stageNamed(workflow.stages, record.state.stage).publicStatus },
    highlights: printHighlights(procedure, record.state, factsOf(record), record.now.toISOString())
      .filter((highlight) => highlight.public)
      .map(({ title, text }) => ({ title, text })),
    answers: record.answers,
    attachments: [...record.attachments],
    steps: applicantSteps(procedure, record.events),
    notices: record.notices.map((notice) => noticeView(procedure, notice)),
    correction: correction && {
      draftId: record.correction_draft_id,
      note: correction.note,
      dueOn: correction.dueOn,
      late: correction.dueOn < civilDateInJapan(record.now.toISOString()),
      unanswered: unansweredLeadsTo(procedure, record.state),
      targets: targetsIn(form, record.answers, correction.targets, language),
    },
    changedByOffice: changedByOffice(procedure, record, language),
    canWithdraw: applicantsAction(procedure, record.state, 'withdraw') !== null,
    turn: turnOf(stageNamed(workflow.stages, record.state.stage)),
    department: info.department,
    ahead: stepsAhead(procedure, record.state),
    submissions: record.submissions.map(({ n, at }) => ({ n, at: iso(at) })),
    messages: {
      count: record.messages.length,
      unread: record.unread_messages,
      written: record.messages.map(({ at, side, department, agent_name: agentName }) => ({
        at: iso(at),
        side,
        department,
        agentName,
      })),
    },
    visits: record.events
      .filter(({ type }) => type.startsWith('visit-'))
      .map((event) => ({
        at: iso(event.at),
        kind: event.type,
        about: event.reason,
        byApplicant: event.actor_kind === 'applicant',
        agentName: event.agent_name,
      })),
    clock: clockView(procedure, record),
    contact: { ...info.contact },
  };
}

/** The history in public words. Moves that look the same from outside are one step, unless a reason was given. */
function applicantSteps({ workflow }: Procedure, events: readonly EventRecord[]): ApplicantStep[] {
  const steps: ApplicantStep[] = [];
  for (const event of events) {
    if (event.from_stage === event.to_stage) continue;
    const status = { ...stageNamed(workflow.stages, event.to_stage).publicStatus };
    const byApplicant = event.actor_kind === 'applicant';
    const last = steps.at(-1);
    if (!byApplicant && event.public_reason === null && last?.status.label === status.label) continue;
    const action = event.from_stage && workflow.stages.get(event.from_stage)?.actions.get(event.action ?? '');
    steps.push({
      at: iso(event.at),
      title: byApplicant && action ? (action.pastTitle ?? action.title) : status.label,
      status,
      publicReason: event.public_reason,
      byApplicant,
      agentName: event.agent_name,
    });
  }
  return steps;
}
