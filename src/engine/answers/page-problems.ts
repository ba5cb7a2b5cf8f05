import { type Problem, problem } from '../problem.js';
import type { PageValidator, PageValidatorError, PageValidators } from './answers.js';
import type { EvaluationRun } from './evaluation-run.js';
import { locateStep } from './locate-step.js';
import type { Plan } from './plan.js';

/** Ajv's keyword → our code, and which of its parameters the sentence needs. */
const CODES: Readonly<Record<string, readonly [code: string, param: string | null]>> = {
  type: ['wrong-type', 'type'],
  format: ['wrong-format', 'format'],
  pattern: ['wrong-pattern', null],
  minLength: ['too-short', 'limit'],
  maxLength: ['too-long', 'limit'],
  minimum: ['too-small', 'limit'],
  maximum: ['too-large', 'limit'],
  exclusiveMinimum: ['not-above', 'limit'],
  exclusiveMaximum: ['not-below', 'limit'],
  multipleOf: ['wrong-step', 'multipleOf'],
  minItems: ['too-few', 'limit'],
  maxItems: ['too-many', 'limit'],
  uniqueItems: ['duplicate-items', null],
  enum: ['unknown-choice', null],
  const: ['wrong-value', null],
};

/** By page: what its validator said of which answers. */
export type JudgedPages = Map<
  string,
  {
    readonly answers: unknown;
    readonly validate: PageValidator;
    readonly errors: readonly PageValidatorError[];
  }
>;

/**
 * Runs each asked page through its validator and adds what it finds: one problem for a question, and none where the
 * engine has already said what is wrong.
 *
 * @param judged kept from one time to the next: a page whose answers are the same object is not judged again
 */
export function pageProblems(
  plan: Plan,
  run: EvaluationRun,
  validators: PageValidators,
  judged: JudgedPages,
): void {
  for (const page of plan.pages) {
    const answers = run.page(page.name);
    if (!answers) continue;
    const validate = Object.hasOwn(validators, page.name) ? validators[page.name] : undefined;
    if (!validate) throw new Error(`No validator for page ${page.name}`);
    const known = judged.get(page.name);
    const errors =
      known?.answers === answers && known.validate === validate ? known.errors : errorsOf(validate, answers);
    judged.set(page.name, { answers, validate, errors });
    for (const error of errors) addError(plan, run, `/${page.name}${error.instancePath}`, error);
  }
}

function errorsOf(validate: PageValidator, answers: unknown): readonly PageValidatorError[] {
  if (validate(answers)) return [];
  // A wrong format says more than the length that comes with it.
  return [...(validate.errors ?? [])].sort((a, b) => isFormat(b) - isFormat(a));
}

function isFormat({ keyword }: PageValidatorError): number {
  return keyword === 'format' ? 1 : 0;
}

function addError(plan: Plan, run: EvaluationRun, instance: string, error: PageValidatorError): void {
  const at = locateStep(plan, instance);
  if (!at || run.found.has(at.pointer)) return;
  run.found.add(at.step, at.row, problemOf(at.pointer, error));
}

function problemOf(pointer: string, { keyword, params }: PageValidatorError): Problem {
  const [code, param] = CODES[keyword] ?? ['not-valid', null];
  const value = param === null ? undefined : params[param];
  return problem(
    pointer,
    code,
    typeof value === 'string' || typeof value === 'number' ? { [String(param)]: value } : undefined,
  );
}
