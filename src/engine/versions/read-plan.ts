import { type Problem, problem } from '../problem.js';
import { parseJson } from '../procedure/parse-json.js';
import { isObject, type Located, ObjectReader } from '../workflow/object-reader.js';
import type { Rename } from './change.js';
import { checkPlan } from './check-plan.js';
import { OUTCOMES } from './outcome.js';
import { type Plan, type PlanRule, type PlanStep, TREATMENTS } from './plan.js';
import type { RunnableVersion } from './version-comparison.js';

/** The versions that the plan leads from and to. */
export interface PlanVersions {
  readonly before: Pick<RunnableVersion, 'procedure' | 'hash'>;
  readonly after: Pick<RunnableVersion, 'procedure' | 'hash'>;
}

export type PlanResult =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problems: readonly Problem[] };

const KEYS = ['from', 'to', 'steps', 'default', 'rules'];
const STEPS = ['rename', 'stage', 'map', 'drop', 'default'] as const;
const GROUPS = ['drafts', 'applications'] as const;

/**
 * Reads one file of migrations/: its plan, or every problem of it at once.
 *
 * @param versions those it is for; left out, only its shape is looked at
 */
export function readPlan(file: string, text: string, versions?: PlanVersions): PlanResult {
  const parsed = parseJson(file, text);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const problems: Problem[] = [];
  const root = new ObjectReader(parsed.value, `${file}#`, problems, ['$schema', ...KEYS]);
  for (const key of KEYS) if (!root.has(key)) root.missing(key);
  const fallback = child(root, 'default', [...GROUPS]);
  const choose = (group: (typeof GROUPS)[number]) =>
    root.has('default') ? fallback.requiredOneOf(group, ['pin', 'migrate'] as const, 'pin') : 'pin';
  const steps = root.list('steps').map((at) => readStep(at, problems));
  const plan: Plan = {
    from: root.has('from') ? root.text('from') : '',
    to: root.has('to') ? root.text('to') : '',
    steps: steps.flatMap((step) => step ?? []),
    default: { drafts: choose('drafts'), applications: choose('applications') },
    rules: root.list('rules').map((at) => readRule(at, problems)),
  };
  if (problems.length === 0 && versions) problems.push(...checkPlan(file, plan, versions));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan };
}

function readStep(at: Located, problems: Problem[]): PlanStep | null {
  const step = new ObjectReader(at.value, at.path, problems, STEPS);
  const [kind, ...more] = STEPS.filter((key) => step.has(key));
  if (!isObject(at.value)) return null;
  if (kind === undefined || more.length > 0) {
    problems.push(problem(at.path, 'plan-step-not-one', { choices: STEPS.join(', ') }));
    return null;
  }
  return READ_STEP[kind](step);
}

const READ_STEP: Readonly<Record<(typeof STEPS)[number], (step: ObjectReader) => PlanStep>> = {
  rename: (step) => ({ rename: readRename(step, 'rename') }),
  stage: (step) => ({ stage: readRename(step, 'stage') }),
  drop: (step) => ({ drop: step.text('drop') }),
  map: (step) => {
    const map = child(step, 'map', ['field', 'values']);
    if (!map.has('values')) map.missing('values');
    const values = map.entries('values').map(({ name, ...at }) => [name, scalar(at, map)] as const);
    return { map: { field: map.text('field'), values: Object.fromEntries(values) } };
  },
  default: (step) => {
    const filled = child(step, 'default', ['field', 'value']);
    if (!filled.has('value')) filled.missing('value');
    return {
      default: {
        field: filled.text('field'),
        value: filled.has('value') ? scalar(filled.at('value'), filled) : '',
      },
    };
  },
};

function readRename(step: ObjectReader, key: string): Rename {
  const rename = child(step, key, ['from', 'to']);
  return { from: rename.text('from'), to: rename.text('to') };
}

function readRule(at: Located, problems: Problem[]): PlanRule {
  const rule = new ObjectReader(at.value, at.path, problems, ['when', 'of', 'field', 'stage', 'do']);
  const of = rule.oneOf('of', GROUPS);
  const field = rule.optionalText('field');
  const stage = rule.optionalText('stage');
  return {
    when: rule.requiredOneOf('when', OUTCOMES, 'unaffected'),
    ...(of === null ? {} : { of }),
    ...(field === null ? {} : { field }),
    ...(stage === null ? {} : { stage }),
    do: rule.requiredOneOf('do', TREATMENTS, 'pin'),
  };
}

function child(owner: ObjectReader, key: string, keys: readonly string[]): ObjectReader {
  const { value, path } = owner.at(key);
  // What is missing has been reported; reading on must not report its members, too.
  return new ObjectReader(owner.has(key) ? value : {}, path, owner.has(key) ? owner.problems : [], keys);
}

function scalar({ value, path }: Located, owner: ObjectReader): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  owner.report(path, 'wrong-shape', { expected: 'text' });
  return '';
}
