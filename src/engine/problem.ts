/**
 * What is wrong, for people and machines.
 *
 * `path` says where. In answers it is a JSON Pointer (`/store/city`, `/sales/rows/0/amount`); in a procedure it is
 * the file and a pointer in it (`workflow.json#/stages/review/actions/pass`, `notices/grant.md#12` = line 12).
 * `code` is words joined by hyphens and never changes its meaning. `params` fill the sentence of the code.
 * `message` is present only where the procedure brings its own sentence (`x-check`).
 * An error stops: a folder with one is not published, answers with one are not accepted. A warning is only shown.
 */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly params?: Readonly<Record<string, string | number>>;
  readonly message?: string;
}

export function problem(path: string, code: string, params?: Problem['params']): Problem {
  return params ? { path, code, level: 'error', params } : { path, code, level: 'error' };
}

export function warning(path: string, code: string, params?: Problem['params']): Problem {
  return { ...problem(path, code, params), level: 'warning' };
}

/** Is it about answers, and not about a file of a procedure? */
export function isAnswerProblem({ path }: Problem): boolean {
  return path === '' || path.startsWith('/');
}
