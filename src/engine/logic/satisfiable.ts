import { allOf, type Formula, type Leaf } from './formula.js';
import { isOrderPossible } from './order-graph.js';
import { type Order, Pair, type Region, type Term, type Variable } from './variables.js';

/** Splits of the search; beyond them nothing is proved. */
const MOST_SPLITS = 20_000;

/** Variable → the regions it may still be in. */
type Possible = ReadonlyMap<Variable, readonly Region[]>;

/**
 * Can the formula be true of any values at all? False only when it was proved that it cannot: terms are taken to be
 * independent of each other, and a search that grows too long ends with true.
 */
export function isSatisfiable(formula: Formula): boolean {
  let splits = 0;

  function search(start: Formula, known: Possible): boolean {
    let [current, possible] = [simplify(start, known), known];
    // What must hold narrows the choice before anything is tried.
    for (let must = mustHold(current); must; must = mustHold(current)) {
      possible = narrowed(possible, must, true);
      current = simplify(current, possible);
    }
    if (current.kind !== 'leaf' && current.parts.length === 0)
      return current.kind === 'all' && isConsistent(possible, () => ++splits > MOST_SPLITS);
    const next = firstLeaf(current);
    if (!next || ++splits > MOST_SPLITS) return true;
    return (
      search(current, narrowed(possible, next, true)) || search(current, narrowed(possible, next, false))
    );
  }

  return search(formula, new Map());
}

function regionsOf(variable: Variable, possible: Possible): readonly Region[] {
  return possible.get(variable) ?? variable.regions();
}

function narrowed(possible: Possible, { variable, holds }: Leaf, wanted: boolean): Possible {
  const left = regionsOf(variable, possible).filter((region) => holds(region) === wanted);
  return new Map(possible).set(variable, left);
}

function simplify(formula: Formula, possible: Possible): Formula {
  if (formula.kind === 'leaf') {
    const regions = regionsOf(formula.variable, possible);
    const count = regions.filter(formula.holds).length;
    if (count === 0) return { kind: 'any', parts: [] };
    return count === regions.length ? { kind: 'all', parts: [] } : formula;
  }
  const [settled, dropped] = formula.kind === 'all' ? (['any', 'all'] as const) : (['all', 'any'] as const);
  const parts: Formula[] = [];
  for (const part of formula.parts) {
    const simple = simplify(part, possible);
    const isDecided = simple.kind !== 'leaf' && simple.parts.length === 0;
    if (isDecided && simple.kind === settled) return simple;
    if (!isDecided || simple.kind !== dropped) parts.push(simple);
  }
  return formula.kind === 'all' ? allOf(...parts) : { kind: 'any', parts };
}

/** A leaf without which the whole cannot hold. */
function mustHold(formula: Formula): Leaf | undefined {
  if (formula.kind === 'leaf') return formula;
  if (formula.kind === 'any')
    return formula.parts.length === 1 && formula.parts[0] ? mustHold(formula.parts[0]) : undefined;
  return formula.parts.find((part) => part.kind === 'leaf');
}

function firstLeaf(formula: Formula): Leaf | undefined {
  if (formula.kind === 'leaf') return formula;
  for (const part of formula.parts) {
    const found = firstLeaf(part);
    if (found) return found;
  }
  return undefined;
}

/** Is there an order of all terms that agrees with what is left of each pair, and with the bounds of each term? */
function isConsistent(possible: Possible, isTooLong: () => boolean): boolean {
  const pairs = [...possible.keys()].filter((variable) => variable instanceof Pair);
  return isAnyOrderPossible(pairs, [], possible, isTooLong);
}

/** Tries what is left of each pair, one pair after the other. */
function isAnyOrderPossible(
  [pair, ...rest]: readonly Pair[],
  before: readonly (readonly [lower: Term, higher: Term, strict: boolean])[],
  possible: Possible,
  isTooLong: () => boolean,
): boolean {
  if (!pair) return isOrderPossible(before, (term) => regionsOf(term, possible));
  if (isTooLong()) return true;
  return regionsOf(pair, possible).some((region) => {
    if (region.kind !== 'order') return true;
    const inside = withOrder(pair, region.order, possible);
    if (!inside) return false;
    const { left, right } = pair;
    const added =
      region.order === 'less'
        ? [[left, right, true] as const]
        : region.order === 'greater'
          ? [[right, left, true] as const]
          : region.order === 'equal'
            ? [[left, right, false] as const, [right, left, false] as const]
            : [];
    const known = [...before, ...added];
    return (
      isOrderPossible(known, (term) => regionsOf(term, inside)) &&
      isAnyOrderPossible(rest, known, inside, isTooLong)
    );
  });
}

/** What an order of the pair leaves of its two terms; null when nothing. */
function withOrder({ left, right }: Pair, order: Order, possible: Possible): Possible | null {
  const [a, b] = [regionsOf(left, possible), regionsOf(right, possible)];
  const isNull = (region: Region) => region.kind === 'null';
  const [hasNull, hasValue] = [
    [a, b].map((one) => one.some(isNull)),
    [a, b].map((one) => !one.every(isNull)),
  ];
  if (order === 'one-null')
    return (hasNull[0] && hasValue[1]) || (hasValue[0] && hasNull[1]) ? possible : null;
  const keep = (regions: readonly Region[], other: Term, own: Term) =>
    regions.filter((region) => {
      if (order === 'both-null') return isNull(region);
      if (isNull(region)) return false;
      // What is ordered is of one kind; where both kinds are known to be the same, nothing else is left.
      return order === 'unlike' || region.kind !== 'unlike' || !own.isLike(other);
    });
  const [ofLeft, ofRight] = [keep(a, right, left), keep(b, left, right)];
  if (ofLeft.length === 0 || ofRight.length === 0) return null;
  return new Map(possible).set(left, ofLeft).set(right, ofRight);
}
