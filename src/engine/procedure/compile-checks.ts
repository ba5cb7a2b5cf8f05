import type { CheckPlan } from '../answers/plan.js';
import { nearestName } from '../nearest-name.js';
import { problem } from '../problem.js';
import { type Node, nodeRead } from './build-plan.js';
import { type FormExpressions, rowScope } from './compile-fields.js';
import type { DraftCheck } from './read-field.js';
import type { DraftForm } from './read-form.js';

/** Every `x-check` of the form, in the order of the screen; those of the whole form last. */
export function compileChecks(
  draft: DraftForm,
  nodes: readonly Node[],
  expressions: FormExpressions,
): readonly CheckPlan[] {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const pageChecks = new Map(draft.pages.map((page) => [page.name, page.checks]));
  const compile = (check: DraftCheck, owner: Node | null, perRow: boolean) =>
    compileCheck(check, owner, perRow, byPath, expressions);
  return [
    ...nodes.flatMap((node) => {
      const own = node.draft?.checks ?? pageChecks.get(node.path) ?? [];
      return [
        ...own.flatMap((check) => compile(check, node, node.step.repeat !== null)),
        ...(node.draft?.rowChecks ?? []).flatMap((check) => compile(check, node, true)),
      ];
    }),
    ...draft.checks.flatMap((check) => compile(check, null, false)),
  ];
}

function compileCheck(
  draft: DraftCheck,
  owner: Node | null,
  perRow: boolean,
  byPath: ReadonlyMap<string, Node>,
  expressions: FormExpressions,
): readonly CheckPlan[] {
  const place = draft.expression.path.slice(0, -'/expression'.length);
  const repeat = perRow ? repeatOf(owner) : null;
  const scope = repeat?.draft ? rowScope(repeat.draft, expressions.scope) : expressions.scope;
  const expression = expressions.compile(draft.expression, scope, 'boolean');
  const target = draft.target ? targetOf(draft, owner, repeat, byPath, expressions) : owner;
  if (!draft.target && !owner) {
    expressions.problems.push(problem(place, 'missing-key', { key: 'target' }));
  }
  if (!expression) return [];
  const check = {
    id: draft.id,
    expression,
    message: draft.message,
    level: draft.level,
    criterion: draft.criterion,
    target: target?.path ?? '',
    perRow: repeat?.path ?? null,
  };
  return [
    { check, place, owner: owner?.step ?? null, target: target?.step ?? null, repeat: repeat?.step ?? null },
  ];
}

function repeatOf(node: Node | null): Node | null {
  return node === null || node.step.kind === 'rows' ? node : repeatOf(node.parent);
}

function targetOf(
  draft: DraftCheck,
  owner: Node | null,
  repeat: Node | null,
  byPath: ReadonlyMap<string, Node>,
  { problems }: FormExpressions,
): Node | null {
  if (!draft.target) return null;
  const { text, path } = draft.target;
  const named = text.replaceAll('[]', '');
  const found = owner ? nodeRead(named, owner, byPath) : (byPath.get(text) ?? null);
  const reached = found?.path.replaceAll('[]', '') ?? '';
  const complete =
    found !== null && (named.startsWith('row.') ? reached.endsWith(named.slice(3)) : reached === named);
  if (!complete) {
    const suggestion = nearestName(text, byPath.keys());
    problems.push(
      problem(path, 'unknown-field', suggestion === undefined ? { name: text } : { name: text, suggestion }),
    );
    return null;
  }
  if (found.step.repeat && found.step.repeat !== repeat?.step) {
    problems.push(problem(path, 'target-in-repeat', { name: text }));
    return null;
  }
  return found;
}
