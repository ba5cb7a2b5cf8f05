import type { Decimal } from '../decimal.js';
import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from '../temporal/values.js';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  DAYS_DURATION,
  FUNCTION,
  listOf,
  MONTHS_DURATION,
  NUMBER,
  rangeOf,
  STRING,
  TIME,
  type FeelType,
} from '../types.js';
import type { FeelContext, FeelFunction, FeelRange, FeelValue } from '../values.js';

/** A parameter; `T` is what the implementation receives. */
export interface Parameter<T> {
  readonly name: string;
  readonly type: FeelType;
  readonly optional: boolean;
  /** True: null is passed on. False: null makes the call null without asking the implementation. */
  readonly nullable: boolean;
  /** Carries `T` for the type checker only. */
  readonly received?: T;
}

/** Where the call stands, for errors that name the place. */
export interface CallSite {
  readonly position: number;
}

type Received<P extends readonly Parameter<unknown>[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

export type Implementation = (...args: readonly unknown[]) => FeelValue;

export interface Signature {
  readonly parameters: readonly Parameter<unknown>[];
  /** The last parameter takes all further arguments as one list. */
  readonly variadic: boolean;
  readonly returns: FeelType | ((args: readonly FeelType[]) => FeelType);
  readonly implementation: Implementation;
}

/** For a list without items, or with null among them; or as the arguments written as literals tell. */
export type NullRule = 'empty-list' | 'null-items' | ((known: readonly (FeelValue | undefined)[]) => boolean);

export interface BuiltIn {
  readonly name: string;
  /** Tried in order; the first whose parameters take the arguments is the one called. */
  readonly signatures: readonly Signature[];
  /** Steps of the evaluation's budget that one call takes; 0 for what is as quick as an addition. */
  readonly cost: number;
  /** When the result can be null although every argument that must not be null is there; undefined: never. */
  readonly nulls?: NullRule;
}

function parameter<T>(type: FeelType): (name: string) => Parameter<T> {
  return (name) => ({ name, type, optional: false, nullable: false });
}

export const number = parameter<Decimal>(NUMBER);
export const text = parameter<string>(STRING);
export const boolean = parameter<boolean>(BOOLEAN);
export const date = parameter<FeelDate>(DATE);
export const time = parameter<FeelTime>(TIME);
export const dateTime = parameter<FeelDateTime>(DATE_TIME);
export const daysDuration = parameter<DaysDuration>(DAYS_DURATION);
export const monthsDuration = parameter<MonthsDuration>(MONTHS_DURATION);
export const context = parameter<FeelContext>({ kind: 'context', fields: {} });
export const range = parameter<FeelRange>(rangeOf(ANY));
export const fn = parameter<FeelFunction>(FUNCTION);
export const list = parameter<readonly FeelValue[]>(listOf(ANY));
export const numbers = parameter<readonly Decimal[]>(listOf(NUMBER));
export const texts = parameter<readonly (string | null)[]>(listOf(STRING));

/** Any value, null included. */
export function any(name: string): Parameter<FeelValue> {
  return { name, type: ANY, optional: false, nullable: true };
}

/** Any value but null. */
export const some = parameter<Exclude<FeelValue, null>>(ANY);

export function optional<T>(of: Parameter<T>): Parameter<T | undefined> {
  return { name: of.name, type: of.type, nullable: of.nullable, optional: true };
}

export function nullable<T>(of: Parameter<T>): Parameter<T | null> {
  return { name: of.name, type: of.type, optional: of.optional, nullable: true };
}

export function signature<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  returns: Signature['returns'],
  implementation: (...args: [...Received<P>, CallSite]) => FeelValue,
): Signature {
  // The caller has checked every argument against its parameter before this is called.
  return {
    parameters,
    returns,
    variadic: false,
    implementation: implementation as unknown as Implementation,
  };
}

/** One signature for `f(list)` and one for `f(a, b, c)`, as FEEL's aggregates have them. */
export function aggregate<T extends FeelValue>(
  of: (name: string) => Parameter<readonly T[]>,
  returns: Signature['returns'],
  implementation: (items: readonly T[], site: CallSite) => FeelValue,
): Signature[] {
  const one = signature([of('list')], returns, implementation);
  const spread: Signature['returns'] =
    typeof returns === 'function'
      ? (args) => returns([listOf(args.reduce(sameOrAny, args[0] ?? ANY))])
      : returns;
  return [one, { ...one, parameters: [of('list')], variadic: true, returns: spread }];
}

function sameOrAny(a: FeelType, b: FeelType): FeelType {
  return a.kind === b.kind ? a : ANY;
}

export function builtIn(name: string, ...signatures: readonly Signature[]): BuiltIn {
  return { name, signatures, cost: 0 };
}

/** For functions that take many times as long as an addition. */
export function costly(cost: number, of: BuiltIn): BuiltIn {
  return { ...of, cost };
}

/** For functions that have no result for some values. */
export function sometimesNull(of: BuiltIn, nulls: NullRule = () => true): BuiltIn {
  return { ...of, nulls };
}
