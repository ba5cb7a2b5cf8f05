import { type Problem, problem } from '../problem.js';
import { isSafeName } from '../workflow/safe-name.js';

/** Words of the expression language; a field of that name could not be written in an expression. */
const KEYWORDS = new Set(
  'and between else every external false for function if in instance item not null of or partial return satisfies some then true'.split(
    ' ',
  ),
);

/** Facts beside the answers, of forms, workflows and notices; a page of that name would hide them. */
const ROOTS = new Set(
  'account action application checks correction corrections link notice overridden procedure row staff tables today warnings'.split(
    ' ',
  ),
);

/** A page or field name must be safe as a member of an object and as a word of an expression. */
export function checkName(name: string, path: string, isPage: boolean, problems: Problem[]): boolean {
  const code = !isSafeName(name)
    ? 'unsafe-name'
    : KEYWORDS.has(name) || (isPage && ROOTS.has(name))
      ? 'reserved-name'
      : null;
  if (code === null) return true;
  problems.push(problem(path, code, { name }));
  return false;
}
