import { Decimal, finite } from '../decimal.js';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../temporal/parse.js';
import { ANY, fieldOf, type FeelType } from '../types.js';
import { FeelContext, type FeelValue } from '../values.js';

/** Turns stored data into FEEL values, as its declared type says. */
export type Reader = (raw: unknown) => FeelValue;

/** An object of the facts, read field by field when asked. */
class FactContext extends FeelContext {
  constructor(
    readonly raw: Readonly<Record<string, unknown>>,
    private readonly type: FeelType,
  ) {
    super();
  }
  get(key: string): FeelValue | undefined {
    const known = fieldOf(this.type, key);
    if (!known && this.type.kind === 'context') return undefined;
    const raw = Object.hasOwn(this.raw, key) ? this.raw[key] : undefined;
    if (raw === undefined) return known ? null : undefined;
    return readerOf(known ?? ANY)(raw);
  }
  /** What is not declared is not there: the id of a row, say, is nobody's answer. */
  keys(): readonly string[] {
    const { type } = this;
    const keys = Object.keys(this.raw);
    return type.kind === 'context' ? keys.filter((key) => fieldOf(type, key)) : keys;
  }
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** An own field of a plain object; undefined for everything else, inherited fields included. */
export function ownField(raw: unknown, name: string): unknown {
  return isObject(raw) && Object.hasOwn(raw, name) ? raw[name] : undefined;
}

function readNumber(raw: unknown): FeelValue {
  return typeof raw === 'number' ? finite(new Decimal(raw)) : raw instanceof Decimal ? raw : null;
}

function readText<T extends FeelValue>(parse: (text: string) => T): Reader {
  return (raw) => (typeof raw === 'string' ? parse(raw) : null);
}

/** Browsers store a time input as "20:00", without seconds. */
function readTime(text: string): FeelValue {
  return parseTime(/^\d{2}:\d{2}$/.test(text) ? `${text}:00` : text);
}

function readAny(raw: unknown): FeelValue {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'string' || typeof raw === 'boolean') return raw;
  if (typeof raw === 'number' || raw instanceof Decimal) return readNumber(raw);
  if (Array.isArray(raw)) return raw.map(readAny);
  return isObject(raw) ? new FactContext(raw, ANY) : null;
}

const readDuration = (kind: 'daysDuration' | 'monthsDuration') =>
  readText((text) => {
    const duration = parseDuration(text);
    return duration?.kind === kind ? duration : null;
  });

const SIMPLE: Readonly<Partial<Record<FeelType['kind'], Reader>>> = {
  any: readAny,
  number: readNumber,
  string: (raw) => (typeof raw === 'string' ? raw : null),
  boolean: (raw) => (typeof raw === 'boolean' ? raw : null),
  date: readText(parseDate),
  time: readText(readTime),
  dateTime: readText(parseDateTime),
  daysDuration: readDuration('daysDuration'),
  monthsDuration: readDuration('monthsDuration'),
};

const readers = new WeakMap<FeelType, Reader>();

/**
 * The reader for a declared type. Data of another shape counts as not answered: telling the applicant is
 * the work of validation, and an expression must not fail on an answer that is still being typed.
 */
export function readerOf(type: FeelType): Reader {
  const simple = SIMPLE[type.kind];
  if (simple) return simple;
  let reader = readers.get(type);
  if (!reader) readers.set(type, (reader = buildReader(type)));
  return reader;
}

function buildReader(type: FeelType): Reader {
  if (type.kind === 'list') {
    const item = readerOf(type.of);
    return (raw) => (Array.isArray(raw) ? raw.map(item) : null);
  }
  if (type.kind === 'context') return (raw) => (isObject(raw) ? new FactContext(raw, type) : null);
  return () => null;
}
