import { Decimal, decimalText } from './decimal.js';
import { compareDateTimes, compareTimes, toDateTime } from './temporal/arithmetic.js';
import { temporalText } from './temporal/text.js';
import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './temporal/values.js';

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
    return compareDateTimes(toDateTime(a), toDateTime(b));
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
  if (isList(a)) return isList(b) ? equalLists(a, b) : null;
  if (typeof a === 'object' && !(a instanceof Decimal)) {
    const kind = kindOf(b);
    if (a.kind === 'context') return kind === 'context' ? equalContexts(a, b as FeelContext) : null;
    if (a.kind === 'range') return kind === 'range' ? equalRanges(a, b as FeelRange) : null;
    if (a.kind === 'function') return kind === 'function' ? a === b : null;
    if (a.kind === 'date' && kind !== 'date') return null;
    if (a.kind === 'dateTime' && kind !== 'dateTime') return null;
  }
  const order = compare(a, b);
  return order === null ? null : order === 0;
}

function equalLists(a: readonly FeelValue[], b: readonly FeelValue[]): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null) === true);
}

function equalContexts(a: FeelContext, b: FeelContext): boolean {
  const keys = a.keys();
  return keys.length === b.keys().length && keys.every((key) => sameEnd(a.get(key), b.get(key)));
}

function equalRanges(a: FeelRange, b: FeelRange): boolean {
  return (
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    sameEnd(a.start, b.start) &&
    sameEnd(a.end, b.end)
  );
}

function sameEnd(a: FeelValue | undefined, b: FeelValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b) === true;
}

/** A text that two values share exactly when FEEL calls them equal; what is looked up is found by it. */
export function keyOf(value: FeelValue): string {
  if (value instanceof Decimal) return `number ${decimalText(value)}`;
  return `${kindOf(value)} ${toText(value)}`;
}

/** The value as FEEL's string() writes it; null at the top becomes empty text. */
export function toText(value: FeelValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : nestedText(value);
}

function nestedText(value: FeelValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return decimalText(value);
  if (isList(value)) return `[${value.map(nestedText).join(', ')}]`;
  switch (value.kind) {
    case 'context':
      return `{${value
        .keys()
        .map((key) => `${nameText(key)}: ${nestedText(value.get(key) ?? null)}`)
        .join(', ')}}`;
    case 'range':
      return rangeText(value);
    case 'function':
      return `function(${value.parameters.join(', ')})`;
    case 'date':
    case 'time':
    case 'dateTime':
    case 'daysDuration':
    case 'monthsDuration':
      return temporalText(value);
  }
}

function nameText(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key);
}

function rangeText({ start, startIncluded, end, endIncluded }: FeelRange): string {
  if (start === undefined && end !== undefined) return `${endIncluded ? '<=' : '<'} ${nestedText(end)}`;
  if (end === undefined && start !== undefined) return `${startIncluded ? '>=' : '>'} ${nestedText(start)}`;
  const [from, to] = [nestedText(start ?? null), nestedText(end ?? null)];
  return `${startIncluded ? '[' : '('}${from}..${to}${endIncluded ? ']' : ')'}`;
}

/**
 * The value as JSON for storage and display: a number that a JS number holds exactly, else its decimal text;
 * dates, times and durations as ISO text; a range or function as its FEEL text.
 */
export function toJson(value: FeelValue): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Decimal) {
    const number = value.toNumber();
    const exact = Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER && value.eq(number);
    return exact ? number + 0 : decimalText(value);
  }
  if (isList(value)) return value.map(toJson);
  if (value.kind !== 'context') return nestedText(value);
  // No prototype, so that a key such as __proto__ is a key like any other.
  const json = Object.create(null) as Record<string, unknown>;
  for (const key of value.keys()) json[key] = toJson(value.get(key) ?? null);
  return json;
}
