import { isObject } from '../workflow/object-reader.js';
import type { Form, Procedure } from '../procedure/procedure.js';
import { staffFieldsOf } from '../workflow/staff-fields.js';
import { type ApplicationFacts } from '../workflow/workflow-facts.js';
import { stageOf } from '../workflow/workflow-state.js';
import type { Action } from '../workflow/workflow.js';
import type { Actor, Command, CorrectionTarget, WorkflowState } from '../workflow/review-state.js';
import { valueAt } from './answers-at.js';
import { addDays } from './days.js';

type StaffField = ReturnType<typeof staffFieldsOf>[number];

/** People of one role, so that four-eyes and several approvers find somebody. */
const PEOPLE = 3;
const MOST_VARIANTS = 8;

/** What people could do now, in every way that could make a difference. */
export function commandsFor(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
): readonly Command[] {
  const stage = stageOf(procedure, state.stage);
  return [...stage.actions.values()].flatMap((action) =>
    fieldsFor(action, application).flatMap((fields) =>
      actorsFor(action, state).map((actor) => commandOf(procedure, action, actor, fields, application)),
    ),
  );
}

function commandOf(
  { workflow, form }: Procedure,
  action: Action,
  actor: Actor,
  fields: Readonly<Record<string, unknown>>,
  application: ApplicationFacts,
): Command {
  const { requires } = action;
  const ready = workflow.reasons[0]?.text ?? '申請の内容を確かめた結果です。';
  const publicReason = ready
    .padEnd(requires.publicReasonMinLength, '　くわしくは担当までお問い合わせください。')
    .trimEnd();
  return {
    action: action.name,
    actor,
    ...(requires.reason ? { reason: ready } : {}),
    ...(requires.publicReason ? { publicReason } : {}),
    ...(requires.targets ? { targets: targetsIn(form, application) } : {}),
    ...(requires.fields ? { fields } : {}),
  };
}

/** The applicant, or people of the roles that may take it; colleagues where the first must not. */
function actorsFor(action: Action, { actors, approvals }: WorkflowState): readonly Actor[] {
  if (action.by === 'applicant') return [{ kind: 'applicant', id: 'applicant', roles: [] }];
  const busy = new Set([
    ...action.notActorOf.flatMap((stage) => actors[stage] ?? []),
    ...(action.approves ? approvals.map((approval) => approval.by) : []),
  ]);
  return action.roles.flatMap((role) => {
    const people = Array.from({ length: PEOPLE }, (_, at) => `${role}-${at + 1}`);
    const free = people.find((id) => !busy.has(id));
    return free === undefined ? [] : [{ kind: 'staff', id: free, roles: [role] } as const];
  });
}

/** One question that can be corrected: an uploaded file where there is one, for that is what is asked most. */
function targetsIn(form: Form, { answers }: ApplicationFacts): readonly CorrectionTarget[] {
  const fields = [...form.fields.values()].filter(
    (field) =>
      !field.compute && !field.path.includes('[]') && field.kind !== 'group' && field.kind !== 'rows',
  );
  const given = fields.filter((field) => valueAt(answers, pointerOf(field.path)) !== undefined);
  const chosen =
    given.find((field) => field.kind === 'attachment') ?? given.find((field) => !field.consent) ?? given[0];
  return chosen
    ? [{ path: pointerOf(chosen.path), comment: `「${chosen.title}」をもう一度確かめてください。` }]
    : [];
}

function pointerOf(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}

/** What staff fill in: the least, everything, and each choice once. */
function fieldsFor(
  action: Action,
  application: ApplicationFacts,
): readonly Readonly<Record<string, unknown>>[] {
  if (!action.requires.fields) return [{}];
  const fields = staffFieldsOf(action.requires.fields);
  const fill = (chosen: readonly StaffField[]) =>
    Object.fromEntries(chosen.map((field) => [field.name, samplesOf(field, application)[0]]));
  const least = fill(fields.filter((field) => field.required));
  const everything = fill(fields);
  const others = fields.flatMap((field) =>
    samplesOf(field, application)
      .slice(1)
      .map((value) => ({ ...everything, [field.name]: value })),
  );
  const all = [least, everything, ...others].map((one) => JSON.stringify(one));
  return [...new Set(all)].slice(0, MOST_VARIANTS).map((text) => JSON.parse(text) as Record<string, unknown>);
}

function samplesOf({ type, schema }: StaffField, { submittedOn }: ApplicationFacts): readonly unknown[] {
  if (type === 'boolean') return schema['const'] === true ? [true] : [true, false];
  if (type === 'integer' || type === 'number') {
    const [least, most] = [schema['minimum'], schema['maximum']];
    return [typeof least === 'number' ? least : 1, ...(typeof most === 'number' ? [most] : [])];
  }
  if (Array.isArray(schema['enum'])) return schema['enum'];
  if (Array.isArray(schema['oneOf']))
    return schema['oneOf'].flatMap((option: unknown) => (isObject(option) ? [option['const']] : []));
  if (schema['format'] === 'date') return [addDays(submittedOn, 20)];
  const least = typeof schema['minLength'] === 'number' ? schema['minLength'] : 0;
  const most = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : 1000;
  return [[...'確かめました。'.padEnd(least, '　記録のとおりです。')].slice(0, most).join('')];
}
