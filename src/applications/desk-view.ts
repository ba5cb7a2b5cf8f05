import {
  type Actor,
  availableActions,
  civilDateInJapan,
  concealAnswers,
  type Procedure,
  printHighlights,
  refuseTakingOn,
} from '#engine';
import { actorIn, rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { viewerOf } from '../readings/viewer.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { approvalView } from './approval-view.js';
import { actionOutlook } from './action-outlook.js';
import { answerChanges } from './answer-changes.js';
import { concealChanges, filesSeen, withoutTellingHighlights } from './conceal.js';
import type { ActionView, DeskApplicationView } from './desk.dto.js';
import type { ApplicationRecord } from './applications.queries.js';
import { checkViews, warningViews } from './explain-findings.js';
import { stageReason } from './explain-stage.js';
import { historyLines, messageLines } from './history-lines.js';
import { targetsIn } from './correction-targets.js';
import { factsOf } from './locked-application.js';
import { noticeView } from './notice-view.js';
import { clockView } from './clock-view.js';
import { overridableViews, overrideViews } from './override-views.js';
import { refusedView } from './refused-view.js';
import { staffEntries } from './staff-entries.js';
import { secondCorrectionView } from './second-correction.js';
import { stepsAhead, turnOf } from './steps-ahead.js';
import { stageNamed } from './stage-columns.js';

/** Everything an official of the procedure may see, with the actions that this one may take now. */
export function deskView(
  record: ApplicationRecord,
  version: CompiledVersion,
  asker: StaffAsker,
): DeskApplicationView {
  const { procedure, hash } = version;
  const staff = withoutUnlendable(asker, procedure);
  const { info, form, workflow } = procedure;
  const { state } = record;
  const stage = stageNamed(workflow.stages, state.stage);
  const today = civilDateInJapan(record.now.toISOString());
  const actor = actorIn(staff, record.procedure_id);
  const mine = rolesToActIn(staff, record.procedure_id);
  const ownsStage = record.stage_roles.some((role) => mine.includes(role));
  const viewer = viewerOf(asker, procedure, state.stage);
  const { answers, concealed } = concealAnswers(procedure, viewer, record.answers);
  const told = withoutTellingHighlights(procedure, viewer);
  const assignRefused = ownsStage ? refuseTakingOn(workflow, state, actor) : null;
  return {
    id: record.id,
    number: record.number,
    procedureId: record.procedure_id,
    procedureTitle: info.title,
    versionHash: hash,
    subject: record.subject,
    applicantName: record.applicant_name,
    submittedAt: record.submitted_at.toISOString(),
    lock: record.lock,
    stage: stage.name,
    stageTitle: stage.title,
    stageKind: stage.kind,
    status: { ...stage.publicStatus },
    highlights: printHighlights(told, state, factsOf(record), record.now.toISOString()).map(
      ({ title, text }) => ({ title, text }),
    ),
    enteredAt: state.enteredAt,
    stageReason: stageReason(version, record, viewer),
    dueOn: state.dueOn,
    overdue: stage.kind !== 'final' && state.dueOn !== null && state.dueOn < today,
    clock: clockView(procedure, record),
    approval: approvalView(procedure, record),
    team: state.team === null ? null : (workflow.teams.get(state.team)?.title ?? state.team),
    assignee:
      record.assignee_id === null ? null : { id: record.assignee_id, name: record.assignee_name ?? '' },
    hold: state.hold && {
      reason: state.hold.reason,
      ownerName: record.hold_owner_name ?? '',
      reviewOn: state.hold.reviewOn,
    },
    answers,
    concealed: concealed.map(({ path, see }) => ({ path, openable: see === 'masked' })),
    attachments: filesSeen(procedure, viewer, record),
    warnings: warningViews(version, record, viewer),
    checks: checkViews(version, record, viewer),
    staffEntries: staffEntries(procedure, state),
    staff: Object.fromEntries(Object.entries(state.staff).map(([action, fields]) => [action, { ...fields }])),
    correction: state.correction && {
      note: state.correction.note,
      dueOn: state.correction.dueOn,
      targets: targetsIn(form, record.answers, state.correction.targets),
    },
    proofs: workflow.proofs.map(({ file, proves }) => ({ file, proves: [...proves] })),
    overrides: overrideViews(procedure, record, viewer),
    overridable: overridableViews(procedure, record, viewer, actor),
    secondCorrection: secondCorrectionView(procedure, record, asker),
    publicSide: {
      turn: turnOf(stage),
      department: info.department,
      ahead: stepsAhead(procedure, state),
      reason: record.events.filter((event) => event.public_reason !== null).at(-1)?.public_reason ?? null,
    },
    changes: record.answers_before
      ? concealChanges(procedure, viewer, answerChanges(form, record.answers_before, record.answers))
      : [],
    history: historyLines(procedure, record),
    written: messageLines(record),
    notices: record.notices.map((notice) => noticeView(procedure, notice)),
    actions: actionViews(procedure, record, actor),
    reasons: workflow.reasons.map((reason) => ({ ...reason })),
    mayAssign: ownsStage && assignRefused === null,
    assignRefused: assignRefused && refusedView(assignRefused),
    mayHold: ownsStage,
  };
}

function actionViews(procedure: Procedure, record: ApplicationRecord, actor: Actor): ActionView[] {
  const now = record.now.toISOString();
  return availableActions(procedure, record.state, actor, factsOf(record), now).map(
    ({ action, refusal }) => ({
      name: action.name,
      title: action.title,
      tone: action.tone,
      requires: { ...action.requires, fields: action.requires.fields && { ...action.requires.fields } },
      refused: refusal ? refusedView(refusal) : null,
      outlook: actionOutlook(procedure, record.state, action, civilDateInJapan(now)),
    }),
  );
}
