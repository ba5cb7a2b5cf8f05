import { Decimal } from './decimal.js';
import { compareDateTimes, compareTimes, toDateTime } from './temporal/arithmetic.js';
import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './temporal/values.js';
import { Walk } from './walk.js';

export type FeelValue =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelContext
  | FeelRange
  | FeelFunction
  | readonly FeelValue[];

/** Named values. Only own keys exist; nothing is inherited. */
export abstract class FeelContext {
  readonly kind = 'context';
  /** @returns undefined when there is no such key. */
  abstract get(key: string): FeelValue | undefined;
  abstract keys(): readonly string[];
}

export class MapContext extends FeelContext {
  constructor(private readonly entries: ReadonlyMap<string, FeelValue>) {
    super();
  }
  get(key: string): FeelValue | undefined {
    return this.entries.get(key);
  }
  keys(): readonly string[] {
    return [...this.entries.keys()];
  }
  values(): readonly FeelValue[] {
    return [...this.entries.values()];
  }
}

/** An interval; an end that is undefined is open for ever, an end that is null is not known. */
export class FeelRange {
  readonly kind = 'range';
  constructor(
    readonly start: FeelValue | undefined,
    readonly startIncluded: boolean,
    readonly end: FeelValue | undefined,
    readonly endIncluded: boolean,
  ) {}

  /** Three-valued: null when an end or the value is not known, or they cannot be compared. */
  contains(value: FeelValue): boolean | null {
    const after = this.start === undefined ? 1 : compare(value, this.start);
    const before = this.end === undefined ? -1 : compare(value, this.end);
    if (after === null || before === null) return null;
    return (
      (after > 0 || (after === 0 && this.startIncluded)) && (before < 0 || (before === 0 && this.endIncluded))
    );
  }
}

export class FeelFunction {
  readonly kind = 'function';
  constructor(
    readonly parameters: readonly string[],
    readonly invoke: (args: readonly FeelValue[]) => FeelValue,
  ) {}
}

export type ValueKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'list'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'daysDuration'
  | 'monthsDuration'
  | 'context'
  | 'range'
  | 'function';

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

export function kindOf(value: FeelValue): ValueKind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof Decimal) return 'number';
  if (isList(value)) return 'list';
  return value.kind;
}

/**
 * Order of two values of one kind: negative, zero, positive.
 * @returns null when they have no order: unlike kinds, null, or a kind without order.
 */
export function compare(a: FeelValue, b: FeelValue): number | null {
  if (a === null || b === null) return null;
  if (a instanceof Decimal) return b instanceof Decimal ? a.cmp(b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null;
  if (typeof a === 'boolean' || typeof b !== 'object' || isList(a) || isList(b) || b instanceof Decimal)
    return null;
  if (a.kind === 'date' && b.kind === 'date') return a.epochDay - b.epochDay;
  if ((a.kind === 'date' || a.kind === 'dateTime') && (b.kind === 'date' || b.kind === 'dateTime')) {
    return compareDateTimes(toDateTime(a, b), toDateTime(b, a));
  }
  if (a.kind === 'time' && b.kind === 'time') return compareTimes(a, b);
  if (a.kind === 'monthsDuration' && b.kind === 'monthsDuration') return a.months - b.months;
  if (a.kind === 'daysDuration' && b.kind === 'daysDuration') return Number(a.nanos - b.nanos);
  return null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** FEEL's `=`: null for unlike kinds, true or false otherwise. Null equals null only. */
export function equal(a: FeelValue, b: FeelValue): boolean | null {
  if (a === null || b === null) return a === b;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? a === b : null;
  if (typeof a === 'object' && !(a instanceof Decimal)) {
    const kind = kindOf(a);
    if (STRUCTURED.has(kind)) return kind === kindOf(b) ? equalStructures(a, b, new Walk()) : null;
    // Of two days one of which has a time, FEEL says nothing.
    if (kind !== kindOf(b)) return null;
  }
  const order = compare(a, b);
  return order === null ? null : order === 0;
}

const STRUCTURED: ReadonlySet<ValueKind> = new Set(['list', 'context', 'range', 'function']);

function equalStructures(a: FeelValue, b: FeelValue, walk: Walk): boolean {
  if (a === b) return true;
  walk.enter();
  const same =
    a !== null && b !== null && isList(a) && isList(b)
      ? a.length === b.length && a.every((item, index) => samePart(item, b[index], walk))
      : a instanceof FeelContext && b instanceof FeelContext
        ? sameEntries(a, b, walk)
        : a instanceof FeelRange && b instanceof FeelRange && sameRange(a, b, walk);
  walk.leave();
  return same;
}

function sameEntries(a: FeelContext, b: FeelContext, walk: Walk): boolean {
  const keys = a.keys();
  return keys.length === b.keys().length && keys.every((key) => samePart(a.get(key), b.get(key), walk));
}

function sameRange(a: FeelRange, b: FeelRange, walk: Walk): boolean {
  return (
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    samePart(a.start, b.start, walk) &&
    samePart(a.end, b.end, walk)
  );
}

function samePart(a: FeelValue | undefined, b: FeelValue | undefined, walk: Walk): boolean {
  if (a === undefined || b === undefined) return a === b;
  const kind = kindOf(a);
  return STRUCTURED.has(kind) && kind === kindOf(b) ? equalStructures(a, b, walk) : equal(a, b) === true;
}
