import { describe, expect, it } from '@jest/globals';
import { type AnsweredFacts, compileExpression, type Scope } from '../../../src/engine/expression/index.js';

const number = { kind: 'number' } as const;
const text = { kind: 'string' } as const;
const row = {
  kind: 'context',
  fields: { amount: number, bonus: number, kind: { kind: 'string', options: ['a', 'b'] } },
} as const;
const scope: Scope = {
  today: { kind: 'date' },
  store: {
    kind: 'context',
    fields: {
      name: text,
      city: text,
      building: text,
      opened: { kind: 'date' },
      closed: { kind: 'date' },
      days: number,
      seats: number,
      kind: { kind: 'string', options: ['bar', 'cafe'] },
      licence: text,
      open: { kind: 'boolean' },
    },
  },
  sales: {
    kind: 'context',
    fields: { rows: { kind: 'list', of: row }, extras: { kind: 'list', of: row }, total: number },
  },
  tables: {
    kind: 'context',
    fields: {
      rates: {
        kind: 'list',
        of: { kind: 'context', fields: { city: text, rate: number, until: text } },
      },
    },
  },
};

/**
 * A form in which building, closed, seats, bonus and the extras need not be answered, the licence is asked of bars
 * only, and the table's column `until` has an empty cell.
 */
const OPTIONAL = new Set([
  'store.building',
  'store.closed',
  'store.seats',
  'store.open',
  'sales.rows[].bonus',
  'sales.extras',
  'tables.rates[].until',
]);
const form: AnsweredFacts = {
  isThere: (path, given) =>
    path === 'store.licence'
      ? given.some((condition) => condition.includes('store.kind = "bar"') && !condition.startsWith('if'))
      : path === 'sales.rows[].amount'
        ? given.includes('row.kind = "a"')
        : !OPTIONAL.has(path),
  fewest: (path) => (path === 'sales.rows' || path === 'tables.rates' ? 1 : 0),
};

/** What may be null in the expression, and why; undefined when it always has a value. */
function gap(source: string): string | undefined {
  const result = compileExpression(source, scope, { needsValue: form });
  if (result.ok) return undefined;
  const [found] = result.problems;
  if (!found?.code.startsWith('possible-')) throw new Error(JSON.stringify(result.problems));
  const { code, position, length, params } = found;
  return [source.slice(position, position + length), code, ...Object.values(params)].join(' | ');
}

describe('where a value is needed', () => {
  it.each([
    ['store.days * 2'],
    ['store.name + store.city'],
    ['if store.open then 1 else 2'],
    ['store.building = null'],
    ['store.kind = "bar"'],
    ['store.kind in ("bar", "cafe")'],
    ['store.seats in (1, 2)'],
    ['store.days / 3'],
    ['date("2021-10-01") + duration("P1M") > today'],
    ['date(2021, 10, 1)'],
    ['count(sales.rows)'],
    ['substring(store.name, 2)'],
    ['modulo(store.days, 7)'],
    ['replace(store.name, "[ ]", "")'],
    ['lookup(tables.rates, "city", store.city).rate'],
    ['tables.rates[1].rate'],
    ['{a: store.days, b: a * 2}.b'],
    ['string(store.days)'],
    ['store.opened.year'],
    ['not(store.kind = "bar")'],
    ['store.building instance of string'],
  ])('%s has one', (source) => {
    expect(gap(source)).toBeUndefined();
  });

  it.each([
    ['null', 'null | possible-null-written'],
    ['store.seats * 2', 'store.seats | possible-null | store.seats'],
    ['store.days + round up(store.seats, 0)', 'store.seats | possible-null | store.seats'],
    ['store.seats > 3', 'store.seats | possible-null | store.seats'],
    ['store.days between 1 and store.seats', 'store.seats | possible-null | store.seats'],
    ['store.seats in [1..5]', 'store.seats | possible-null | store.seats'],
    ['store.open', 'store.open | possible-null | store.open'],
    ['not(store.open)', 'store.open | possible-null | store.open'],
    ['store.licence', 'store.licence | possible-null | store.licence'],
    ['store.days / store.seats', 'store.seats | possible-null | store.seats'],
    ['store.days / store.days', 'store.days | possible-division-by-zero'],
    ['modulo(store.days, store.days)', 'modulo(store.days, store.days) | possible-missing-result | modulo'],
    ['if store.days > 1 then 1 else null', 'null | possible-null-written'],
    ['sales.rows[2].kind', 'sales.rows[2] | possible-missing-item'],
    ['sales.rows[kind = "a"][1].kind', 'sales.rows[kind = "a"][1] | possible-missing-item'],
    ['max(sales.rows[kind = "a"].amount)', 'max(sales.rows[kind = "a"].amount) | possible-empty-list | max'],
    ['sum(sales.rows.bonus)', 'sales.rows.bonus | possible-null | sales.rows.bonus'],
    ['sum(sales.extras.amount)', 'sales.extras | possible-null | sales.extras'],
    ['number(store.name)', 'number(store.name) | possible-missing-result | number'],
    ['lookup(tables.rates, "city", store.building).rate', 'store.building | possible-null | store.building'],
    [
      'lookup(tables.rates, "city", store.city).until',
      'lookup(tables.rates, "city", store.city).until | possible-null | tables.rates.until',
    ],
    ['string(store.building)', 'store.building | possible-null | store.building'],
    ['some r in sales.rows satisfies r.bonus > 1', 'r.bonus | possible-null | sales.rows.bonus'],
    ['add working days(today, 5)', 'add working days(today, 5) | possible-missing-result | add working days'],
  ])('%s may be null: %s', (source, why) => {
    expect(gap(source)).toBe(why);
  });
});

describe('what a condition says counts behind it', () => {
  it.each([
    ['if store.building = null then store.name else store.name + store.building'],
    ['if store.building != null then store.building else ""'],
    ['if not(store.building = null) then store.building else ""'],
    ['if store.seats > 3 then store.seats else 0'],
    ['if store.closed = null or store.closed > today then today else store.closed'],
    ['store.seats != null and store.seats > 3'],
    ['store.seats = null or store.seats > 3'],
    ['store.seats > 3 or store.seats = null'],
    ['store.seats > 3 and store.seats != null'],
    ['store.days > 1 and store.seats != null and store.seats > 3'],
    ['if starts with(store.building, "B") then store.building else ""'],
    ['if store.building = store.name then store.building else ""'],
    ['if store.open then store.open else false'],
    ['if store.seats in (1, 2) then store.seats else 0'],
    ['if store.building instance of string then store.building else ""'],
    ['if store.seats * 2 > 4 then store.seats else 0'],
    ['if store.kind = "bar" then store.licence else ""'],
    ['if (store.kind = "bar") and store.days > 1 then store.licence else ""'],
    ['string join(for r in sales.rows[bonus != null] return string(r.bonus))'],
    ['if count(sales.extras) > 0 then max(sales.extras.kind) else "a"'],
    ['every r in sales.rows satisfies r.bonus = null or r.bonus > 1'],
    ['every r in sales.rows satisfies if r.kind = "a" then r.amount > 1 else true'],
    ['count(for r in sales.rows[kind = "a"] return r.amount)'],
    ['sum(for r in sales.rows return if r.bonus = null then 0 else r.bonus)'],
    ['sum(sales.rows[kind = "a"].amount) = null or true'],
    [
      'if lookup(tables.rates, "city", store.city).until != null then lookup(tables.rates, "city", store.city).until else ""',
    ],
    ['every r in sales.rows[kind = "a"] satisfies r.amount > 0'],
    ['every r in sales.rows[item.kind = "a"] satisfies r.amount > 0'],
  ])('%s has a value', (source) => {
    expect(gap(source)).toBeUndefined();
  });

  it.each([
    [
      'if store.building = null then store.building else ""',
      'store.building | possible-null | store.building',
    ],
    ['if store.seats > 3 then 1 else store.seats', 'store.seats | possible-null | store.seats'],
    [
      'if store.seats = null or store.days > 1 then store.seats else 0',
      'store.seats | possible-null | store.seats',
    ],
    ['if store.building = store.city then 1 else store.seats', 'store.seats | possible-null | store.seats'],
    ['if store.kind = "bar" then "" else store.licence', 'store.licence | possible-null | store.licence'],
    [
      'if count(sales.extras) = 0 then "a" else max(sales.extras.kind)',
      'sales.extras | possible-null | sales.extras',
    ],
    ['store.seats != null or store.seats > 3', 'store.seats | possible-null | store.seats'],
    [
      'for r in sales.rows return if r.bonus != null then (for r in sales.rows return r.bonus) else []',
      undefined,
    ],
    [
      'sum(for r in sales.rows, q in sales.rows return if r.bonus != null then q.bonus else 0)',
      'q.bonus | possible-null | sales.rows.bonus',
    ],
    [
      'sum(for r in sales.rows return if r.bonus != null then max(for r in sales.rows return r.bonus) else 0)',
      'r.bonus | possible-null | sales.rows.bonus',
    ],
    [
      'sum(for r in sales.rows, q in sales.rows[r.kind = "a"] return q.amount)',
      'q.amount | possible-null | sales.rows.amount',
    ],
  ])('%s is not covered by it', (source, why) => {
    expect(gap(source)).toBe(why);
  });

  it('for as many conditions as an expression can hold', () => {
    const deep = `${'store.seats > 1 and ('.repeat(90)}store.days > 1${')'.repeat(90)}`;
    expect(gap(deep)).toBe('store.seats | possible-null | store.seats');
    const turns = Array.from({ length: 200 }, () => 'store.days > 1').join(' and ');
    expect(gap(turns)).toBeUndefined();
  });
});
