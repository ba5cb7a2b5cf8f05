import type { Expression } from '../expression/index.js';
import { problem, type Problem } from '../problem.js';
import { compileAt, neverTrue } from './compile-at.js';
import { ObjectReader } from './object-reader.js';
import { staffFieldsOf } from './staff-fields.js';
import type { StageContext } from './compile-stage.js';
import type { Action, Payment, Stage } from './workflow.js';

const PAID_KEYS = ['action', 'date'];
const FAILED_KEYS = ['action', 'targets'];
const PAYEE_KEYS = ['bank', 'branch', 'type', 'number', 'holder', 'name'] as const;

/** Reads `payment` of a stage: how much, to whom, and which actions follow from what the bank says. */
export function compilePayment(stage: ObjectReader, context: StageContext): Payment | null {
  if (!stage.has('payment')) return null;
  const { value, path } = stage.at('payment');
  const reader = new ObjectReader(value, path, context.problems, ['amount', 'payee', 'paid', 'failed']);
  const within = (key: string, keys: readonly string[]): ObjectReader | null => {
    if (reader.has(key))
      return new ObjectReader(reader.at(key).value, reader.at(key).path, reader.problems, keys);
    reader.missing(key);
    return null;
  };
  const payee = within('payee', PAYEE_KEYS);
  const paid = within('paid', PAID_KEYS);
  const failed = within('failed', FAILED_KEYS);
  const text = (key: (typeof PAYEE_KEYS)[number]): Expression =>
    payee ? typed(payee, key, 'string', context) : neverTrue();
  return {
    amount: typed(reader, 'amount', 'number', context),
    payee: {
      bank: text('bank'),
      branch: text('branch'),
      type: text('type'),
      number: text('number'),
      holder: text('holder'),
      name: payee?.has('name') ? text('name') : null,
    },
    paid: { action: paid?.text('action') ?? '', date: paid?.text('date') ?? '' },
    failed: { action: failed?.text('action') ?? '', targets: failed?.texts('targets') ?? [] },
  };
}

/** An expression of the wanted kind; one that has problems never runs. */
function typed(
  reader: ObjectReader,
  key: string,
  wanted: 'number' | 'string',
  { scope, problems }: StageContext,
): Expression {
  const source = reader.text(key);
  const { path } = reader.at(key);
  const expression = source === '' ? null : compileAt(path, source, scope, problems);
  if (!expression) return neverTrue();
  const { kind } = expression.type;
  if (kind !== wanted && kind !== 'any') {
    const code = wanted === 'number' ? 'payment-not-number' : 'payment-not-text';
    problems.push(problem(path, code, { source, actual: kind }));
  }
  return expression;
}

/** Everything that the two actions of a payment lack to be taken by what the bank says, without anybody typing. */
export function paymentProblems(
  stage: Stage,
  pathOf: (...steps: readonly (string | number)[]) => string,
  fields: readonly string[] | null,
): readonly Problem[] {
  if (!stage.payment) return [];
  const { paid, failed } = stage.payment;
  return [
    ...ofPaid(stage, paid, pathOf('payment', 'paid')),
    ...ofFailed(stage, failed.action, pathOf('payment', 'failed')),
    ...failed.targets.flatMap((name, index) =>
      fields && !fields.includes(name.replaceAll('[]', ''))
        ? [problem(pathOf('payment', 'failed', 'targets', index), 'field-unknown', { name })]
        : [],
    ),
    ...(failed.action !== '' && failed.targets.length === 0
      ? [problem(pathOf('payment', 'failed'), 'missing-key', { key: 'targets' })]
      : []),
  ];
}

function ofPaid(stage: Stage, { action: name, date }: Payment['paid'], path: string): readonly Problem[] {
  if (name === '') return [];
  const action = stage.actions.get(name);
  if (action?.by !== 'staff') return [unknownAction(stage, name, path)];
  const found = staffFieldsOf(action.requires.fields ?? {});
  const isDate = found.some((field) => field.name === date && field.schema['format'] === 'date');
  const others = requiredFields(action).filter((field) => field !== date);
  return [
    ...(isDate || date === '' ? [] : [problem(`${path}/date`, 'payment-date-unknown', { name: date })]),
    ...(action.requires.targets || action.requires.opinions || others.length > 0
      ? [asksMore(name, path)]
      : []),
  ];
}

function ofFailed(stage: Stage, name: string, path: string): readonly Problem[] {
  if (name === '') return [];
  const action = stage.actions.get(name);
  if (action?.by !== 'staff') return [unknownAction(stage, name, path)];
  return action.requires.targets && !action.requires.opinions && requiredFields(action).length === 0
    ? []
    : [asksMore(name, path)];
}

function unknownAction({ actions }: Stage, name: string, path: string): Problem {
  const known = [...actions.values()].filter(({ by }) => by === 'staff').map((action) => action.name);
  return problem(`${path}/action`, 'payment-action-unknown', { name, known: known.join(', ') });
}

function asksMore(name: string, path: string): Problem {
  return problem(`${path}/action`, 'payment-action-asks-more', { name });
}

function requiredFields({ requires }: Action): readonly string[] {
  const required = requires.fields?.['required'];
  return Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string') : [];
}
