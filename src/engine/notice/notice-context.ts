import type { Form } from '../procedure/procedure.js';
import type { Way } from '../workflow/stage-graph.js';
import { reachableFrom, waysOf } from '../workflow/stage-graph.js';
import { staffFieldsOf } from '../workflow/staff-fields.js';
import type { Action, Effect, Workflow } from '../workflow/workflow.js';
import { answerMayBeEmpty } from './answer-may-be-empty.js';
import { choiceTitles } from './choice-titles.js';
import type { TemplateContext, TemplateKind } from './compile-template.js';
import { noticeScope } from './notice-scope.js';

/**
 * What one message or notice of a procedure may read, and what of it can be missing when it is written.
 *
 * What the review adds is there when every action that sends this template asks for it, or lies behind one that does.
 *
 * @param workflow undefined when workflow.json has problems: what depends on it is then not judged
 */
export function noticeContext(
  form: Form,
  workflow: Workflow | undefined,
  kind: TemplateKind,
  name: string,
): TemplateContext {
  const samples = { tables: form.tables };
  const senders = workflow ? sendersOf(workflow, kind, name) : [];
  const review = reviewRules(workflow, senders, kind);
  return {
    scope: noticeScope(form.scope, workflow),
    samples,
    mayBeEmpty: (path, guards, head) => {
      if (guards.some((guard) => guard.reads.includes(path))) return false;
      const rule = review(path, head);
      return rule ?? answerMayBeEmpty(form, samples, path, guards);
    },
    titlesOf: (path) => choiceTitles(form, workflow, path),
  };
}

/** An action that sends the template; null for the arrival, which no action precedes. */
type Sender = { readonly stage: string; readonly action: Action } | null;

function sendersOf(workflow: Workflow, kind: TemplateKind, name: string): readonly Sender[] {
  const sends = (effects: readonly Effect[]) =>
    effects.some((effect) => effect.kind === kind && effect.template === name);
  const senders = [...workflow.stages.values()].flatMap((stage) =>
    [...stage.actions.values()]
      .filter((action) => sends(action.effects))
      .map((action) => ({ stage: stage.name, action })),
  );
  return sends(workflow.onArrival) ? [null, ...senders] : senders;
}

/** True or false for a path of the review's; null for one that is none. */
function reviewRules(workflow: Workflow | undefined, senders: readonly Sender[], kind: TemplateKind) {
  const every = (asks: (action: Action) => boolean) =>
    senders.length > 0 && senders.every((sender) => sender !== null && asks(sender.action));
  const corrects = every(({ requires, routes }) => {
    return requires.targets && routes.every((route) => workflow?.stages.get(route.to)?.kind === 'correction');
  });
  const known = (there: boolean) => workflow !== undefined && !there;
  return (path: string, head: ReadonlyMap<string, string>): boolean | null => {
    const [root = '', action = '', field = ''] = path.split('.');
    if (path === 'notice.document_number') return !(kind === 'notice' && head.get('numbering') === 'yes');
    if (path === 'action.reason') return known(every(({ requires }) => requires.reason));
    if (path === 'action.public_reason') return known(every(({ requires }) => requires.publicReason));
    if (path === 'correction.note') return known(corrects && every(({ requires }) => requires.publicReason));
    if (root === 'correction' && !path.includes('[]')) return known(corrects);
    if (root === 'staff' && field !== '')
      return known(workflow !== undefined && staffFieldIsThere(workflow, senders, action, field));
    return ROOTS_ALWAYS_THERE.has(root) ? false : null;
  };
}

const ROOTS_ALWAYS_THERE = new Set(
  'account action application checks correction corrections link notice procedure staff tables today warnings'.split(
    ' ',
  ),
);

/** The field is required by the sending action itself, or by one that every way to it passes through. */
function staffFieldIsThere(
  workflow: Workflow,
  senders: readonly Sender[],
  action: string,
  field: string,
): boolean {
  const requires = (candidate: Action | null) =>
    candidate?.name === action &&
    candidate.requires.fields !== null &&
    staffFieldsOf(candidate.requires.fields).some((found) => found.name === field && found.required);
  const ways: readonly Way[] = waysOf(workflow.stages).filter((way) => !requires(way.action));
  const around = reachableFrom([workflow.start], ways);
  return (
    senders.length > 0 &&
    senders.every((sender) => sender !== null && (requires(sender.action) || !around.has(sender.stage)))
  );
}
