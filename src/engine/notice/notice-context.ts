import type { Form } from '../procedure/procedure.js';
import { targetsOf } from '../workflow/route-for.js';
import { staffFieldIsThere } from '../workflow/staff-field-there.js';
import type { Action, Effect, Stage, Timer, Workflow } from '../workflow/workflow.js';
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

/** What sends the template: an action, or a timer (`action` null). Null for the arrival, which nothing precedes. */
type Sender = { readonly stage: Stage; readonly action: Action | null; readonly timer: Timer | null } | null;

function sendersOf(workflow: Workflow, kind: TemplateKind, name: string): readonly Sender[] {
  const sends = (effects: readonly Effect[]) =>
    effects.some((effect) => effect.kind === kind && effect.template === name);
  const senders = [...workflow.stages.values()].flatMap((stage) => [
    ...[...stage.actions.values()]
      .filter((action) => sends(action.effects))
      .map((action) => ({ stage, action, timer: null })),
    ...[...stage.timers.values()]
      .filter((timer) => sends(timer.effects))
      .map((timer) => ({ stage, action: null, timer })),
  ]);
  return sends(workflow.onArrival) ? [null, ...senders] : senders;
}

/** True or false for a path of the review's; null for one that is none. */
function reviewRules(workflow: Workflow | undefined, senders: readonly Sender[], kind: TemplateKind) {
  const every = (asks: (sender: NonNullable<Sender>) => boolean) =>
    senders.length > 0 && senders.every((sender) => sender !== null && asks(sender));
  const asksCorrection = ({ requires, routes }: Action) =>
    requires.targets &&
    routes.flatMap(targetsOf).every((to) => workflow?.stages.get(to)?.kind === 'correction');
  // What a timer sends without moving the application is sent while the correction still waits.
  const corrects = every(({ stage, action, timer }) =>
    action ? asksCorrection(action) : stage.kind === 'correction' && timer?.routes.length === 0,
  );
  // What nobody sends is a leftover and nothing else.
  const known = (there: boolean) => senders.length > 0 && !there;
  return (path: string, head: ReadonlyMap<string, string>): boolean | null => {
    const [root = '', action = '', field = ''] = path.split('.');
    if (path === 'notice.document_number') return !(kind === 'notice' && head.get('numbering') === 'yes');
    if (path === 'action.reason')
      return known(every(({ action, timer }) => action?.requires.reason ?? timer?.reason != null));
    if (path === 'action.public_reason')
      return known(
        every(({ action, timer }) => action?.requires.publicReason ?? timer?.publicReason != null),
      );
    if (path === 'correction.note')
      return known(corrects && every(({ action }) => action?.requires.publicReason === true));
    if (path === 'application.team') return known(false);
    if (root === 'correction' && !path.includes('[]')) return known(corrects);
    if (root === 'staff' && field !== '')
      return known(workflow !== undefined && staffFieldIsSent(workflow, senders, action, field));
    return ROOTS_ALWAYS_THERE.has(root) ? false : null;
  };
}

const ROOTS_ALWAYS_THERE = new Set(
  'account action application checks correction corrections link notice overridden overridden[] procedure staff tables today warnings'.split(
    ' ',
  ),
);

function staffFieldIsSent(
  workflow: Workflow,
  senders: readonly Sender[],
  action: string,
  field: string,
): boolean {
  const readers = senders.filter((sender) => sender !== null);
  if (readers.length < senders.length) return false;
  return staffFieldIsThere(
    workflow,
    readers.map(({ stage, action: sending }) => ({ stage: stage.name, action: sending })),
    action,
    field,
  );
}
