import { part, parts } from '../expression/compile/unit.js';
import { Decimal } from '../expression/decimal.js';
import type { Facts } from '../expression/index.js';
import type { Syntax } from '../expression/parse.js';
import { compare, type FeelValue } from '../expression/values.js';
import { nameOf, unwrapped } from '../logic/syntax.js';
import type { Probe, Probes } from './probe.js';

/** What must come about. A search climbs it: the nearer, the higher the score, 1 at the top. */
export type Target =
  | { readonly kind: 'all'; readonly parts: readonly Target[] }
  | { readonly kind: 'any'; readonly parts: readonly Target[] }
  | { readonly kind: 'condition'; readonly probe: Probe; readonly want: Want }
  | {
      readonly kind: 'gap';
      readonly left: Probe;
      readonly right: Probe;
      readonly gap: -1 | 0 | 1;
      readonly unit: number | null;
    };

export type Want = 'true' | 'false' | 'not-true' | 'not-false';

const OPPOSITE: Readonly<Record<Want, Want>> = {
  true: 'false',
  false: 'true',
  'not-true': 'not-false',
  'not-false': 'not-true',
};

export function every(parts: readonly Target[]): Target {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'all', parts };
}

/**
 * Reads a condition so that each part of it counts by itself. Null where a part has no value by itself; leniently, such
 * parts are left out.
 */
export function targetOf(
  wrapped: Syntax,
  text: string,
  want: Want,
  probe: (source: string) => Probe | null,
  leniently = false,
): Target | null {
  const node = unwrapped(wrapped);
  if (node.name === 'Conjunction' || node.name === 'Disjunction') {
    const inside = parts(node).map((operand) => targetOf(operand, text, want, probe, leniently));
    const known = inside.filter((one) => one !== null);
    if (known.length < inside.length && (!leniently || known.length === 0)) return null;
    const needsAll = (node.name === 'Conjunction') === (want === 'true' || want === 'not-false');
    return { kind: needsAll ? 'all' : 'any', parts: known };
  }
  const negated = negatedOperand(node, text);
  if (negated) return targetOf(negated, text, OPPOSITE[want], probe, leniently);
  const own = probe(text.slice(node.from, node.to));
  return own ? { kind: 'condition', probe: own, want } : null;
}

function negatedOperand(node: Syntax, text: string): Syntax | null {
  const [callee] = parts(node);
  const parameters = part(node, 'PositionalParameters');
  const [only] = parameters ? parts(parameters) : [];
  const isNot = node.name === 'FunctionInvocation' && callee && nameOf(callee, text) === 'not';
  return isNot && only ? only : null;
}

export function score(target: Target, facts: Facts): number {
  switch (target.kind) {
    case 'all': {
      if (target.parts.length === 0) return 1;
      return target.parts.reduce((sum, one) => sum + score(one, facts), 0) / target.parts.length;
    }
    case 'any':
      return Math.max(0, ...target.parts.map((one) => score(one, facts)));
    case 'condition':
      return isWanted(target.probe.read(facts), target.want) ? 1 : 0;
    case 'gap':
      return gapScore(target, facts);
  }
}

function isWanted(value: FeelValue | undefined, want: Want): boolean {
  if (value === undefined) return false;
  if (want === 'true' || want === 'false') return value === (want === 'true');
  return value !== (want === 'not-false' ? false : true);
}

/** Nearer on the scale of magnitudes counts as nearer. */
function gapScore({ left, right, gap, unit }: Extract<Target, { kind: 'gap' }>, facts: Facts): number {
  const distance = distanceBetween(left.read(facts), right.read(facts));
  if (distance === null) return 0;
  if (unit === null && Math.sign(distance) === gap) return 1;
  const missing = Math.abs(distance - gap * (unit ?? 1));
  return missing === 0 ? 1 : 0.9 / (1 + Math.log2(1 + missing));
}

/** Days between dates, the difference of numbers; null for anything else. */
function distanceBetween(left: FeelValue | undefined, right: FeelValue | undefined): number | null {
  if (left === undefined || right === undefined || left === null || right === null) return null;
  if (left instanceof Decimal && right instanceof Decimal) return left.minus(right).toNumber();
  return compare(left, right);
}

/** The probes that decide. */
export function probesOf(target: Target): readonly Probe[] {
  if (target.kind === 'condition') return [target.probe];
  if (target.kind === 'gap') return [target.left, target.right];
  return target.parts.flatMap(probesOf);
}

/** Conditions without which the target cannot come about, as FEEL: material for a proof that it never does. */
export function necessary(target: Target): readonly string[] {
  if (target.kind === 'all') return target.parts.flatMap(necessary);
  if (target.kind === 'any') {
    const ways = target.parts.map(necessary);
    // A way without conditions is always open.
    if (ways.some((way) => way.length === 0)) return [];
    return [
      ways
        .map((way) => way.map((source) => `(${source})`).join(' and '))
        .map((way) => `(${way})`)
        .join(' or '),
    ];
  }
  if (target.kind === 'condition') return [wanted(target.probe.source, target.want)];
  if (target.kind !== 'gap') return [];
  const sign = ['<', '=', '>'][target.gap + 1] ?? '=';
  return [`(${target.left.source}) ${sign} (${target.right.source})`, `(${target.left.source}) != null`];
}

const FORM: Readonly<Record<Want, (source: string) => string>> = {
  true: (source) => source,
  false: (source) => `(${source}) = false`,
  'not-true': (source) => `(${source}) != true`,
  'not-false': (source) => `(${source}) != false`,
};

function wanted(source: string, want: Want): string {
  return FORM[want](source);
}

export type ProbeOf = (source: string) => Probe | null;

/** Probes of one expression's parts. */
export function probesIn(probes: Probes, repeat: string | null): ProbeOf {
  return (source) => probes.of(source, repeat);
}
