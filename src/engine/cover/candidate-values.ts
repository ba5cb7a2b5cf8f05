import { Decimal } from '../expression/decimal.js';
import { toJson } from '../expression/index.js';
import type { FeelValue } from '../expression/values.js';
import { parts } from '../expression/compile/unit.js';
import type { Syntax } from '../expression/parse.js';
import { isCivilDate } from '../japanese/date-range.js';
import { FORMATS } from '../japanese/formats.js';
import { parseSource } from '../logic/syntax.js';
import type { Field } from '../procedure/procedure.js';
import { valueAt } from './answers-at.js';
import { addDays } from './days.js';
import type { Spot } from './form-map.js';
import type { Probe } from './probe.js';
import { samplePatterns } from './sample-pattern.js';
import { numberIn, sampleAnswer, sampleFile } from './sample-answer.js';
import type { Look, World } from './world.js';

const MOST_VALUES = 40;

/**
 * Values worth trying for one question, so that expressions turn out otherwise: its options; what the expressions
 * compare it with, at, just below and just above; the ends of its range; nothing at all.
 *
 * @param values what the parts of the expressions come to with the answers as they are
 */
export function candidateValues(spot: Spot, values: readonly FeelValue[], look: Look): readonly unknown[] {
  const { field, required } = spot.step;
  if (!field) return [];
  const found = [...BY_KIND[field.kind](field, values, look), ...(required ? [] : [undefined])];
  const seen = new Set<string>();
  const distinct = found.filter((value) => {
    const key = JSON.stringify(value) ?? '';
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return field.options ? distinct : distinct.slice(0, MOST_VALUES);
}

type Candidates = (field: Field, values: readonly FeelValue[], look: Look) => readonly unknown[];

const optionsOf: Candidates = ({ options }) => (options ?? []).map((option) => option.value);

const BY_KIND: Readonly<Record<Field['kind'], Candidates>> = {
  boolean: () => [true, false],
  choice: optionsOf,
  choices: ({ options }) => [
    ...(options ?? []).map((option) => [option.value]),
    (options ?? []).map((option) => option.value),
  ],
  attachment: ({ attachment }) => [
    [sampleFile(1)],
    Array.from({ length: attachment?.maxCount ?? 1 }, (_, at) => sampleFile(at + 1)),
  ],
  date: (_field, values, look) => {
    const days = values
      .map(toJson)
      .filter((value) => typeof value === 'string' && isCivilDate(value)) as string[];
    const { today } = look.evaluation.context;
    return [
      ...days,
      ...[...days, today].flatMap((day) => [day, addDays(day, -1), addDays(day, 1)]),
      addDays(today, 400),
      addDays(today, -40_000),
    ];
  },
  integer: numbers,
  number: numbers,
  text: texts,
  // Rows come empty and are filled in like everything that is required.
  rows: ({ schema }) =>
    Array.from({ length: Math.min(numberIn(schema, 'maxItems') ?? 3, 3) + 1 }, (_, count) =>
      Array.from({ length: count }, () => ({})),
    ),
  group: () => [],
};

function numbers({ schema }: Field, values: readonly FeelValue[]): readonly unknown[] {
  const step = numberIn(schema, 'multipleOf') ?? 1;
  const [least, most] = [numberIn(schema, 'minimum') ?? 0, numberIn(schema, 'maximum') ?? 1_000_000_000];
  const given = values.flatMap((value) => (value instanceof Decimal ? [value.toNumber()] : []));
  const near = given.flatMap((value) => [value, value - step, value + step]);
  const magnitudes = Array.from({ length: 10 }, (_, power) => 10 ** power).flatMap((ten) => [ten, 4 * ten]);
  return [...near, least, most, ...magnitudes]
    .map((value) => Math.round(value / step) * step)
    .filter((value) => value >= least && value <= most);
}

function texts(field: Field, values: readonly FeelValue[], look: Look): readonly unknown[] {
  const sample = String(sampleAnswer(field, look.evaluation.context.today) ?? '');
  const most = numberIn(field.schema, 'maxLength') ?? 1000;
  const format = field.format === null ? undefined : FORMATS[field.format];
  const words = values.filter((value) => typeof value === 'string' && value !== '') as string[];
  const clocks = field.format === 'hours' ? values.flatMap(clockTimes) : [];
  const lengths = values.flatMap((value) => (value instanceof Decimal ? [value.toNumber()] : []));
  const long = lengths
    .flatMap((length) => [length, length - 1, length + 1])
    .filter((length) => Number.isInteger(length) && length > 0 && length <= most)
    .map((length) => [...sample.padEnd(length, sample === '' ? '見' : sample)].slice(0, length).join(''));
  const { pattern } = field.schema;
  const shaped = typeof pattern === 'string' ? samplePatterns(pattern) : [];
  return [
    ...words,
    ...clocks,
    ...shaped,
    ...words.map((word) => `${word}${sample}`),
    `別の${sample}`,
    `${sample}${sample}`,
    ...long,
  ]
    .map((word) => format?.normalize?.(word) ?? word)
    .filter((word) => [...word].length <= most && (format === undefined || format.pattern.test(word)));
}

/** Minutes since midnight as a clock shows them, and the minute before and after. */
function clockTimes(value: FeelValue): readonly string[] {
  if (!(value instanceof Decimal)) return [];
  return [0, -1, 1].flatMap((add) => {
    const minutes = value.toNumber() + add;
    if (!Number.isInteger(minutes) || minutes < 0 || minutes >= 48 * 60) return [];
    return [`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`];
  });
}

/** What the parts of expressions come to, the whole last, once each. */
export function valuesOfParts(
  sources: readonly { readonly source: string; readonly repeat: string | null }[],
  look: Look,
  world: World,
): readonly FeelValue[] {
  const values: FeelValue[] = [];
  const seen = new Set<string>();
  for (const { source, repeat } of sources) {
    for (const probe of partsOf(source, repeat, world)) {
      const value = probe.read(repeat === null ? look.facts : { ...look.facts, row: firstRow(repeat, look) });
      if (value === undefined || value === null || typeof value === 'boolean') continue;
      const key = `${typeof value} ${JSON.stringify(toJson(value))}`;
      if (!seen.has(key)) values.push(value);
      seen.add(key);
    }
  }
  return values;
}

function firstRow(repeat: string, { evaluation }: Look): unknown {
  const rows = valueAt(evaluation.answers, repeat);
  return Array.isArray(rows) ? rows[0] : undefined;
}

const known = new WeakMap<World, Map<string, readonly Probe[]>>();

function partsOf(source: string, repeat: string | null, world: World): readonly Probe[] {
  const cache = known.get(world) ?? new Map<string, readonly Probe[]>();
  known.set(world, cache);
  const key = `${repeat ?? ''} ${source}`;
  let found = cache.get(key);
  if (!found) cache.set(key, (found = probesWithin(source, repeat, world)));
  return found;
}

function probesWithin(source: string, repeat: string | null, world: World): readonly Probe[] {
  const parsed = parseSource(source);
  const found = new Map<string, Probe>();
  const visit = (node: Syntax): void => {
    parts(node).forEach(visit);
    if (!TELLING.has(node.name)) return;
    const text = source.slice(node.from, node.to);
    const probe = found.has(text) ? null : world.probes.of(text, repeat);
    if (probe && MEASURABLE.has(probe.type.kind)) found.set(text, probe);
  };
  if (parsed) visit(parsed.root);
  return [...found.values()];
}

const TELLING = new Set([
  'PathExpression',
  'VariableName',
  'FunctionInvocation',
  'ArithmeticExpression',
  'NumericLiteral',
  'StringLiteral',
  'DateTimeLiteral',
]);
const MEASURABLE = new Set(['number', 'string', 'date', 'any']);
