import { type AnsweredFacts, compileExpression, type Scope } from '../../expression/index.js';
import { noticeScope } from '../../notice/notice-scope.js';
import type { Problem } from '../../problem.js';
import { pointer } from '../../workflow/object-reader.js';
import { staffFieldIsThere, type StaffReader } from '../../workflow/staff-field-there.js';
import type { Workflow } from '../../workflow/workflow.js';
import { expressionProblems } from '../expression-problems.js';
import type { Form } from '../procedure.js';
import { AnsweredForm, type OtherFacts } from './answered.js';
import { questionsOf } from './questions.js';
import type { Folder } from './rule.js';
import { membersIn } from './uses.js';

/**
 * Expressions that may come out null where only a value is of use: a computed answer that is required, the key and the
 * subject of an application, and what decides where an application goes and who may do what. A question whose condition
 * is null is not asked, and a check that is null passes; these say so by design.
 */
export function checkNeededValues({ files, form, info, places, workflow }: Folder): readonly Problem[] {
  if (!form) return [];
  const answered = new AnsweredForm(form);
  return [
    ...ofComputed(form, answered, places),
    ...(info
      ? [
          ...judge('procedure.json#/subject', info.subject.source, form.scope, answered.where([])),
          ...(info.oncePer
            ? judge('procedure.json#/oncePer/key', info.oncePer.key.source, form.scope, answered.where([]))
            : []),
        ]
      : []),
    ...(workflow ? ofReview(files, form, answered, workflow) : []),
  ];
}

function judge(path: string, source: string, scope: Scope, needsValue: AnsweredFacts): readonly Problem[] {
  const compiled = compileExpression(source, scope, { needsValue });
  return compiled.ok ? [] : expressionProblems(path, source, compiled.problems);
}

function ofComputed(form: Form, answered: AnsweredForm, places: Folder['places']): readonly Problem[] {
  return questionsOf(form).flatMap((question) => {
    const { field, within } = question;
    if (!field.compute || !field.required) return [];
    const repeat = within.find((one) => one.kind === 'rows')?.path ?? null;
    const facts = answered.where(answered.conditionsOf(question), repeat);
    const path = pointer(places.get(field.path) ?? '', 'x-compute');
    return judge(path, field.compute.source, answered.scopeIn(repeat), facts);
  });
}

function ofReview(
  files: Folder['files'],
  form: Form,
  answered: AnsweredForm,
  workflow: Workflow,
): readonly Problem[] {
  const scope = noticeScope(form.scope, workflow);
  return membersIn(files, 'workflow.json').flatMap(({ key, value, path }) => {
    const [root, stage, owner, name, inside] = path.split('#/')[1]?.split('/') ?? [];
    if (key !== 'when' || typeof value !== 'string' || root !== 'stages' || stage === undefined) return [];
    // By the time its routes are asked, an action has brought its fields; whether it is offered comes before.
    const isTaken = owner === 'actions' && inside === 'routes';
    const action = isTaken ? (workflow.stages.get(stage)?.actions.get(name ?? '') ?? null) : null;
    const facts = answered.where([], null, reviewFacts(workflow, { stage, action }));
    return judge(path, value, scope, facts);
  });
}

const ALWAYS_THERE: ReadonlySet<string> = new Set(['application', 'checks', 'corrections', 'warnings']);

function reviewFacts(workflow: Workflow, reader: StaffReader): OtherFacts {
  return (path) => {
    const [root = '', action, field] = path.split('.');
    // A case need not have been given to a team.
    if (path === 'application.team') return false;
    if (ALWAYS_THERE.has(root) || path === 'staff') return true;
    if (root !== 'staff' || action === undefined) return null;
    return field === undefined || staffFieldIsThere(workflow, [reader], action, field);
  };
}
