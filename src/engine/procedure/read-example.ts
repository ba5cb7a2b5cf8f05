import type { Answers } from '../answers/answers.js';
import { type Problem, problem } from '../problem.js';
import { isObject, ObjectReader } from '../workflow/object-reader.js';
import { readEffects } from '../workflow/compile-action.js';
import type { Effect } from '../workflow/workflow.js';
import type { Actor, CorrectionTarget } from '../workflow/review-state.js';
import { parseJson } from './parse-json.js';
import type { IsoInstant } from './procedure.js';
import { REVIEW_KEYS, type ReviewKey } from './review-outcome.js';

/** One file of examples/, read: answers, then actions, then what must come out. */
export interface Example {
  /** `examples/floor-amount.json` */
  readonly file: string;
  readonly title: string;
  readonly now: IsoInstant;
  readonly answers: Answers;
  readonly expect: Expectation;
  readonly steps: readonly ExampleStep[];
  readonly notice: { readonly template: string; readonly contains: readonly string[] } | null;
}

export interface ExampleStep {
  readonly by: Actor;
  /** Empty when the clock takes the step, when a value is set, and when it is put aside. */
  readonly action: string;
  /** A computed answer that an official sets to another value; null for an action. */
  readonly override: { readonly field: string; readonly value: unknown } | null;
  /** Put aside until an official looks again on that day, or (null) gone on with; null for an action. */
  readonly hold: { readonly reviewOn: string | null } | null;
  /** The timer that fires, by the system; null for an action. */
  readonly timer: string | null;
  readonly now: IsoInstant | null;
  readonly reason: string | null;
  readonly publicReason: string | null;
  readonly targets: readonly CorrectionTarget[];
  readonly fields: Readonly<Record<string, unknown>>;
  /** Merged into the answers so far: objects by member, everything else replaced. */
  readonly answers: Answers | null;
  readonly expect: Expectation;
}

export interface ExpectedProblem {
  readonly path: string;
  readonly code: string;
  readonly id: string | null;
}

/** What is null is not looked at. */
export interface Expectation {
  readonly problems: readonly ExpectedProblem[];
  readonly warnings: readonly ExpectedProblem[] | null;
  readonly values: ReadonlyMap<string, unknown>;
  readonly asked: ReadonlyMap<string, boolean>;
  readonly stage: string | null;
  readonly effects: readonly Effect[] | null;
  readonly refused: string | null;
  /** Of the clock only the members given are looked at. */
  readonly review: ReadonlyMap<ReviewKey, unknown>;
}

const KEYS = ['$schema', 'title', 'now', 'answers', 'expect', 'steps', 'notice'];
const EXPECT_KEYS = [
  'problems',
  'warnings',
  'values',
  'asked',
  'stage',
  'effects',
  'refused',
  ...REVIEW_KEYS,
];
const STEP_KEYS = [
  'by',
  'action',
  'timer',
  'now',
  'reason',
  'publicReason',
  'targets',
  'fields',
  'answers',
  'expect',
];
const OVERRIDE_STEP_KEYS = ['by', 'override', 'value', 'now', 'reason', 'publicReason', 'expect'];
const HOLD_STEP_KEYS = ['by', 'hold', 'now', 'reason', 'expect'];
const TIMER_STEP_KEYS = ['timer', 'now', 'expect'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads one example; an unknown key is a problem, for an expectation misspelt would never be looked at. */
export function readExample(
  file: string,
  text: string,
): { readonly example?: Example; readonly problems: readonly Problem[] } {
  const parsed = parseJson(file, text);
  if (!parsed.ok) return { problems: parsed.problems };
  const problems: Problem[] = [];
  const root = new ObjectReader(parsed.value, `${file}#`, problems, KEYS);
  for (const key of ['now', 'answers']) if (!root.has(key)) root.missing(key);
  const notice = root.has('notice') ? child(root, 'notice', ['template', 'contains']) : null;
  const example: Example = {
    file,
    title: root.text('title'),
    now: readInstant(root) ?? '',
    answers: record(root, 'answers') ?? {},
    expect: readExpectation(
      root,
      EXPECT_KEYS.filter((key) => key !== 'refused'),
    ),
    steps: root.list('steps').map(({ value, path }) => {
      return readStep(new ObjectReader(value, path, problems, stepKeys(value)));
    }),
    notice: notice && { template: notice.text('template'), contains: notice.texts('contains') },
  };
  return problems.length > 0 ? { problems } : { example, problems };
}

function stepKeys(step: unknown): readonly string[] {
  if (!isObject(step)) return STEP_KEYS;
  if (Object.hasOwn(step, 'timer')) return TIMER_STEP_KEYS;
  if (Object.hasOwn(step, 'hold')) return HOLD_STEP_KEYS;
  return Object.hasOwn(step, 'override') ? OVERRIDE_STEP_KEYS : STEP_KEYS;
}

function readStep(step: ObjectReader): ExampleStep {
  const byClock = step.has('timer');
  const override = step.has('override')
    ? { field: step.text('override'), value: step.at('value').value ?? null }
    : null;
  const hold = step.has('hold')
    ? { reviewOn: step.at('hold').value === null ? null : step.text('hold') }
    : null;
  return {
    by: byClock ? { kind: 'system', id: 'system', roles: [] } : readActor(step),
    action: byClock || override || hold ? '' : step.text('action'),
    override,
    hold,
    timer: byClock ? step.text('timer') : null,
    now: readInstant(step),
    reason: step.optionalText('reason'),
    publicReason: step.optionalText('publicReason'),
    targets: step.list('targets').map(({ value, path }) => {
      const target = new ObjectReader(value, path, step.problems, ['path', 'comment']);
      return { path: target.text('path'), comment: target.text('comment') };
    }),
    fields: record(step, 'fields') ?? {},
    answers: record(step, 'answers'),
    expect: readExpectation(step, EXPECT_KEYS),
  };
}

function readActor(step: ObjectReader): Actor {
  if (step.at('by').value === 'applicant') return { kind: 'applicant', id: 'applicant', roles: [] };
  const by = child(step, 'by', ['id', 'roles', 'standsInFor']);
  const standsInFor = by.list('standsInFor').map(({ value, path }) => {
    const lent = new ObjectReader(value, path, step.problems, ['role', 'personId']);
    return { role: lent.text('role'), personId: lent.text('personId') };
  });
  return { kind: 'staff', id: by.text('id'), roles: by.texts('roles'), standsInFor };
}

function readExpectation(owner: ObjectReader, keys: readonly string[]): Expectation {
  const expect = owner.has('expect')
    ? child(owner, 'expect', keys)
    : new ObjectReader({}, owner.path, owner.problems, keys);
  const asked = expect.entries('asked').flatMap(({ name, value, path }) => {
    if (typeof value === 'boolean') return [[name, value] as const];
    expect.report(path, 'wrong-shape', { expected: 'boolean' });
    return [];
  });
  return {
    problems: expectedProblems(expect, 'problems'),
    warnings: expect.has('warnings') ? expectedProblems(expect, 'warnings') : null,
    values: new Map(expect.entries('values').map(({ name, value }) => [name, value])),
    asked: new Map(asked),
    stage: expect.optionalText('stage'),
    effects: expect.has('effects') ? readEffects(expect, 'effects', expect.problems) : null,
    refused: expect.optionalText('refused'),
    review: new Map(
      REVIEW_KEYS.filter((key) => expect.has(key)).map((key) => [key, expect.at(key).value] as const),
    ),
  };
}

function expectedProblems(expect: ObjectReader, key: string): readonly ExpectedProblem[] {
  return expect.list(key).map(({ value, path }) => {
    const reader = new ObjectReader(value, path, expect.problems, ['path', 'code', 'id']);
    return { path: reader.text('path'), code: reader.text('code'), id: reader.optionalText('id') };
  });
}

function child(owner: ObjectReader, key: string, keys: readonly string[]): ObjectReader {
  const { value, path } = owner.at(key);
  return new ObjectReader(value, path, owner.problems, keys);
}

function record(owner: ObjectReader, key: string): Readonly<Record<string, unknown>> | null {
  if (!owner.has(key)) return null;
  const { value, path } = owner.at(key);
  if (isObject(value)) return value;
  owner.problems.push(problem(path, 'wrong-shape', { expected: 'object' }));
  return null;
}

export function readInstant(owner: ObjectReader): IsoInstant | null {
  const text = owner.optionalText('now');
  if (text === null || (INSTANT.test(text) && !Number.isNaN(Date.parse(text)))) return text;
  owner.report(owner.at('now').path, 'wrong-shape', { expected: 'instant' });
  return null;
}
