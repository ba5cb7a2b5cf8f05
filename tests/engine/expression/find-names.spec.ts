import { describe, expect, it } from '@jest/globals';
import { findNames, type Scope } from '../../../src/engine/expression/index.js';

const row = { kind: 'context', fields: { amount: { kind: 'number' }, day: { kind: 'date' } } } as const;
const scope: Scope = {
  store: { kind: 'context', fields: { city: { kind: 'string' }, opened: { kind: 'date' } } },
  sales: { kind: 'context', fields: { rows: { kind: 'list', of: row }, amount: { kind: 'number' } } },
  row: { kind: 'context', fields: { amount: { kind: 'number' } } },
  tables: {
    kind: 'context',
    fields: {
      rates: {
        kind: 'list',
        of: { kind: 'context', fields: { city: { kind: 'string' }, rate: { kind: 'number' } } },
      },
    },
  },
  note: { kind: 'any' },
  changed: {
    kind: 'list',
    of: { kind: 'context', fields: { question: { kind: 'string', names: 'question' } } },
  },
  team: { kind: 'string', names: 'team' },
};

/** The text at each place, with what it names. */
function named(source: string): readonly string[] {
  return findNames(source, scope).map(
    ({ from, to, path, kind }) =>
      `${source.slice(from, to)} = ${path.join('.')}${kind === 'fact' ? '' : ` (${kind})`}`,
  );
}

describe('the names in an expression', () => {
  it.each([
    ['store.city', ['store = store', 'city = store.city']],
    ['store . city = "city"', ['store = store', 'city = store.city']],
    ['store.opened.year', ['store = store', 'opened = store.opened']],
    ['sum(sales.rows.amount)', ['sales = sales', 'rows = sales.rows', 'amount = sales.rows.amount']],
    [
      'sales.rows[amount > sales.amount]',
      [
        'sales = sales',
        'rows = sales.rows',
        'amount = sales.rows.amount',
        'sales = sales',
        'amount = sales.amount',
      ],
    ],
    [
      'sales.rows[item.amount > 1][1].day',
      ['sales = sales', 'rows = sales.rows', 'amount = sales.rows.amount', 'day = sales.rows.day'],
    ],
    [
      'for r in sales.rows return r.amount',
      ['sales = sales', 'rows = sales.rows', 'amount = sales.rows.amount'],
    ],
    [
      'for store in sales.rows return store.amount',
      ['sales = sales', 'rows = sales.rows', 'amount = sales.rows.amount'],
    ],
    [
      'sort(sales.rows, function(a, b) a.amount < b.amount)[1].day',
      [
        'sales = sales',
        'rows = sales.rows',
        'amount = sales.rows.amount',
        'amount = sales.rows.amount',
        'day = sales.rows.day',
      ],
    ],
    ['row.amount', ['row = row', 'amount = row.amount']],
    [
      'lookup(tables.rates, "city", store.city).rate',
      [
        'tables = tables',
        'rates = tables.rates',
        'city = tables.rates.city (column)',
        'store = store',
        'city = store.city',
        'rate = tables.rates.rate',
      ],
    ],
    ['{city: store.city}.city', ['store = store', 'city = store.city']],
    [
      'if true then sales.rows[1].amount else 0',
      ['sales = sales', 'rows = sales.rows', 'amount = sales.rows.amount'],
    ],
    ['note.text', ['note = note', 'text = note.text']],
    ['count(sales.rows) // sales', ['sales = sales', 'rows = sales.rows']],
    ['"store.city"', []],
    [
      'count(changed[item.question = "store.city"]) > 0 and team in ("north", "south")',
      [
        'changed = changed',
        'question = changed.question',
        'store.city = store.city (question)',
        'team = team',
        'north = north (team)',
        'south = south (team)',
      ],
    ],
    ['1 +', []],
  ])('of %s', (source, names) => {
    expect(named(source)).toEqual(names);
  });

  it('are found beside mistakes', () => {
    expect(named('store.cty + sales.amount')).toEqual([
      'store = store',
      'sales = sales',
      'amount = sales.amount',
    ]);
  });
});
