import { ANY, BOOLEAN, rangeOf } from '../types.js';
import { compare, FeelRange, kindOf, type FeelValue } from '../values.js';
import { parseAtLiteral } from '../temporal/parse.js';
import { Decimal } from '../decimal.js';
import { builtIn, range, signature, some, sometimesNull, text, type BuiltIn } from './signature.js';

type Relation = (a: FeelRange, b: FeelRange) => boolean | null;

/** A value is the range from itself to itself. */
function asRange(value: FeelValue): FeelRange {
  return value instanceof FeelRange ? value : new FeelRange(value, true, value, true);
}

/** Order of two ends; an end that is open for ever lies beyond all others. */
function order(a: FeelValue | undefined, b: FeelValue | undefined, infinite: number): number | null {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? infinite : -infinite;
  return compare(a, b);
}

const starts = (a: FeelRange, b: FeelRange) => order(a.start, b.start, -1);
const ends = (a: FeelRange, b: FeelRange) => order(a.end, b.end, 1);

/** Where `a` ends against where `b` starts. */
function meeting(a: FeelRange, b: FeelRange): number | null {
  if (a.end === undefined || b.start === undefined) return 1;
  return compare(a.end, b.start);
}

function decided(orders: readonly (number | null)[], relation: () => boolean): boolean | null {
  return orders.includes(null) ? null : relation();
}

const before: Relation = (a, b) => {
  const gap = meeting(a, b);
  return decided([gap], () => (gap ?? 0) < 0 || (gap === 0 && !(a.endIncluded && b.startIncluded)));
};
const meets: Relation = (a, b) => {
  const gap = meeting(a, b);
  return decided([gap], () => gap === 0 && a.endIncluded && b.startIncluded);
};
const overlaps: Relation = (a, b) => {
  const [first, second] = [before(a, b), before(b, a)];
  return first === null || second === null ? null : !first && !second;
};
const startsFirst = (a: FeelRange, b: FeelRange): number | null => {
  const by = starts(a, b);
  return by === 0 ? Number(b.startIncluded) - Number(a.startIncluded) : by;
};
const endsFirst = (a: FeelRange, b: FeelRange): number | null => {
  const by = ends(a, b);
  return by === 0 ? Number(a.endIncluded) - Number(b.endIncluded) : by;
};
const overlapsBefore: Relation = (a, b) => {
  const [from, to, touch] = [startsFirst(a, b), endsFirst(a, b), overlaps(a, b)];
  return touch === null ? null : decided([from, to], () => touch && (from ?? 0) < 0 && (to ?? 0) <= 0);
};
const includes: Relation = (a, b) => {
  const [from, to] = [startsFirst(a, b), endsFirst(a, b)];
  return decided([from, to], () => (from ?? 0) <= 0 && (to ?? 0) >= 0);
};
const startsWith: Relation = (a, b) => {
  const [from, to] = [startsFirst(a, b), endsFirst(a, b)];
  return decided([from, to], () => from === 0 && (to ?? 0) <= 0);
};
const finishes: Relation = (a, b) => {
  const [from, to] = [startsFirst(a, b), endsFirst(a, b)];
  return decided([from, to], () => to === 0 && (from ?? 0) >= 0);
};
const coincides: Relation = (a, b) => {
  const [from, to] = [startsFirst(a, b), endsFirst(a, b)];
  return decided([from, to], () => from === 0 && to === 0);
};
const swapped =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

/** A relation of points and ranges alike. */
function relating(name: string, relation: Relation): BuiltIn {
  return builtIn(
    name,
    signature([some('a'), some('b')], BOOLEAN, (a, b) => relation(asRange(a), asRange(b))),
  );
}

function relatingRanges(name: string, relation: Relation): BuiltIn {
  return builtIn(name, signature([range('range1'), range('range2')], BOOLEAN, relation));
}

/** `starts(point, range)` and its kin: one side is always a range. */
function intoRange(name: string, relation: Relation): BuiltIn {
  return builtIn(
    name,
    signature([some('point'), range('range')], BOOLEAN, (a, b) => relation(asRange(a), b)),
  );
}

function ofRange(name: string, relation: Relation): BuiltIn {
  return builtIn(
    name,
    signature([range('range'), some('point')], BOOLEAN, (a, b) => relation(a, asRange(b))),
  );
}

const RANGE_TEXT = /^([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])$/s;

function endOf(source: string): FeelValue | undefined {
  if (source === '') return undefined;
  if (/^-?\d+(\.\d+)?$/.test(source)) return new Decimal(source);
  const quoted = /^(?:date|time|date and time|duration)?\(?\s*@?"([^"\\]*)"\s*\)?$/.exec(source);
  if (!quoted || quoted[1] === undefined) return null;
  return source.startsWith('"') ? quoted[1] : parseAtLiteral(quoted[1]);
}

/** `range("[1..10)")`, ends as literals; an end left out is open. */
function parseRange(source: string): FeelValue {
  const match = RANGE_TEXT.exec(source.trim());
  if (!match) return null;
  const [start, end] = [endOf(match[2] ?? ''), endOf(match[3] ?? '')];
  if (start === null || end === null || (start === undefined && end === undefined)) return null;
  const included = { start: match[1] === '[', end: match[4] === ']' };
  if ((start === undefined && included.start) || (end === undefined && included.end)) return null;
  if (
    start !== undefined &&
    end !== undefined &&
    (kindOf(start) !== kindOf(end) || (compare(start, end) ?? 1) > 0)
  )
    return null;
  return new FeelRange(start, included.start, end, included.end);
}

export const RANGE_FUNCTIONS: readonly BuiltIn[] = [
  sometimesNull(
    builtIn('range', signature([text('from')], rangeOf(ANY), parseRange)),
    ([from]) => typeof from !== 'string' || parseRange(from) === null,
  ),
  relating('before', before),
  relating('after', swapped(before)),
  relatingRanges('meets', meets),
  relatingRanges('met by', swapped(meets)),
  relatingRanges('overlaps', overlaps),
  relatingRanges('overlaps before', overlapsBefore),
  relatingRanges('overlaps after', swapped(overlapsBefore)),
  ofRange('includes', includes),
  intoRange('during', swapped(includes)),
  intoRange('starts', startsWith),
  ofRange('started by', swapped(startsWith)),
  intoRange('finishes', finishes),
  ofRange('finished by', swapped(finishes)),
  relating('coincides', coincides),
];
