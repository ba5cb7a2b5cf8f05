/** What is known of a value before anything is evaluated. Every value may also be null (not answered). */
export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: 'null' }
  | { readonly kind: 'number' }
  /** `names`: every value is the name of such a thing, so a text written out beside it is a name, too. */
  | {
      readonly kind: 'string';
      readonly options?: readonly string[];
      readonly names?: 'question' | 'team';
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'dateTime' }
  | { readonly kind: 'daysDuration' }
  | { readonly kind: 'monthsDuration' }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly fields: Readonly<Record<string, FeelType>> }
  | { readonly kind: 'range'; readonly of: FeelType }
  | { readonly kind: 'function'; readonly arity?: number };

/** Root names and their types. */
export type Scope = Readonly<Record<string, FeelType>>;

export const ANY = { kind: 'any' } as const satisfies FeelType;
export const NULL = { kind: 'null' } as const satisfies FeelType;
export const NUMBER = { kind: 'number' } as const satisfies FeelType;
export const STRING = { kind: 'string' } as const satisfies FeelType;
export const BOOLEAN = { kind: 'boolean' } as const satisfies FeelType;
export const DATE = { kind: 'date' } as const satisfies FeelType;
export const TIME = { kind: 'time' } as const satisfies FeelType;
export const DATE_TIME = { kind: 'dateTime' } as const satisfies FeelType;
export const DAYS_DURATION = { kind: 'daysDuration' } as const satisfies FeelType;
export const MONTHS_DURATION = { kind: 'monthsDuration' } as const satisfies FeelType;
export const FUNCTION = { kind: 'function' } as const satisfies FeelType;

export function listOf(of: FeelType): FeelType {
  return { kind: 'list', of };
}

export function rangeOf(of: FeelType): FeelType {
  return { kind: 'range', of };
}

/** Nothing can be said against such a value before it is seen. */
export function isOpen(type: FeelType): boolean {
  return type.kind === 'any' || type.kind === 'null';
}

/** The field's type, or undefined; own fields only. */
export function fieldOf(type: FeelType, name: string): FeelType | undefined {
  return type.kind === 'context' && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
}

/** The narrowest type that holds values of both. */
export function unify(a: FeelType, b: FeelType): FeelType {
  if (a === b || b.kind === 'null') return a;
  if (a.kind === 'null') return b;
  if (a.kind === 'string' && b.kind === 'string') {
    return a.options && b.options
      ? { kind: 'string', options: [...new Set([...a.options, ...b.options])] }
      : STRING;
  }
  if (a.kind === 'list' && b.kind === 'list') return listOf(unify(a.of, b.of));
  if (a.kind === 'range' && b.kind === 'range') return rangeOf(unify(a.of, b.of));
  if (a.kind === 'context' && b.kind === 'context') {
    const fields = new Map<string, FeelType>(Object.entries(a.fields));
    for (const [name, type] of Object.entries(b.fields))
      fields.set(name, unify(fields.get(name) ?? type, type));
    return { kind: 'context', fields: Object.fromEntries(fields) };
  }
  return a.kind === b.kind ? a : ANY;
}

export function unifyAll(types: readonly FeelType[]): FeelType {
  return types.length === 0 ? ANY : types.reduce(unify);
}

/** May a value of type `actual` stand where `expected` is needed? */
export function accepts(expected: FeelType, actual: FeelType): boolean {
  if (isOpen(expected) || isOpen(actual)) return true;
  if (expected.kind === 'list' && actual.kind === 'list') return accepts(expected.of, actual.of);
  if (expected.kind === 'range' && actual.kind === 'range') return accepts(expected.of, actual.of);
  return expected.kind === actual.kind;
}

/** May `=` and `!=` say something of these two? */
export function comparable(a: FeelType, b: FeelType): boolean {
  return accepts(a, b);
}

const ORDERED = new Set(['number', 'string', 'date', 'time', 'dateTime', 'daysDuration', 'monthsDuration']);

/** May `<` and its kin say something of these two? */
export function orderable(a: FeelType, b: FeelType): boolean {
  if (isOpen(a)) return isOpen(b) || ORDERED.has(b.kind);
  if (isOpen(b)) return ORDERED.has(a.kind);
  if (isDay(a) && isDay(b)) return true;
  return a.kind === b.kind && ORDERED.has(a.kind);
}

function isDay(type: FeelType): boolean {
  return type.kind === 'date' || type.kind === 'dateTime';
}

/** A word for messages: number, string, list of date … */
export function typeName(type: FeelType): string {
  if (type.kind === 'list' || type.kind === 'range') return `${type.kind} of ${typeName(type.of)}`;
  return type.kind;
}
