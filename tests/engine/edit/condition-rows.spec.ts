import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ConditionGroup,
  type ConditionRow,
  readConditionRows,
  type RowValue,
  writeConditionRows,
} from '#engine';

describe('a condition in rows', () => {
  it.each<[string, ConditionGroup]>([
    [
      'bank.kind = "bank"',
      {
        join: 'all',
        tests: [
          { kind: 'compare', fact: 'bank.kind', operator: '=', value: { kind: 'text', value: 'bank' } },
        ],
      },
    ],
    [
      'not(a.kind in ("x", "y")) or a.met',
      {
        join: 'any',
        tests: [
          {
            kind: 'one-of',
            fact: 'a.kind',
            isOne: false,
            values: [
              { kind: 'text', value: 'x' },
              { kind: 'text', value: 'y' },
            ],
          },
          { kind: 'compare', fact: 'a.met', operator: '=', value: { kind: 'yes-no', value: true } },
        ],
      },
    ],
    [
      'row.amount >= 1000 and (a.on < @"2021-10-01" or today > a.on) and b.ref != null',
      {
        join: 'all',
        tests: [
          { kind: 'compare', fact: 'row.amount', operator: '>=', value: { kind: 'number', value: '1000' } },
          {
            kind: 'group',
            join: 'any',
            tests: [
              { kind: 'compare', fact: 'a.on', operator: '<', value: { kind: 'date', value: '2021-10-01' } },
              { kind: 'compare', fact: 'today', operator: '>', value: { kind: 'fact', value: 'a.on' } },
            ],
          },
          { kind: 'answered', fact: 'b.ref', isAnswered: true },
        ],
      },
    ],
    [
      '10 < a.count and not(list contains(a.kinds, "late"))',
      {
        join: 'all',
        tests: [
          { kind: 'compare', fact: 'a.count', operator: '>', value: { kind: 'number', value: '10' } },
          {
            kind: 'contains',
            fact: 'a.kinds',
            isThere: false,
            value: { kind: 'text', value: 'late' },
          },
        ],
      },
    ],
  ])('%s', (source, rows) => {
    expect(readConditionRows(source)).toEqual(rows);
  });

  it.each([
    'count(a.rows) > 3',
    'a.x + 1 > 3',
    'not(a.x = 1 and a.y = 2)',
    '(a.x = 1 or (a.y = 2 and a.z = 3)) and a.w = 4',
    'if a.x then b.y else c.z',
    'some r in a.rows satisfies r.x = 1',
    'a.x between 1 and 3',
    'a.x =',
    'null',
  ])('is left to the other editor where it is more than that: %s', (source) => {
    expect(readConditionRows(source)).toBeNull();
  });

  it('is the same rows again, however it was made', () => {
    const fact = fc.constantFrom('a.kind', 'store.city', 'row.amount', 'お店.名前', 'today');
    const value: fc.Arbitrary<RowValue> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'grapheme' }) }),
      fc.record({ kind: fc.constant('number' as const), value: fc.integer().map(String) }),
      fc.record({ kind: fc.constant('yes-no' as const), value: fc.boolean() }),
      fc.record({ kind: fc.constant('date' as const), value: fc.constantFrom('2021-10-01', '1999-12-31') }),
      fc.record({ kind: fc.constant('fact' as const), value: fact }),
    );
    const row: fc.Arbitrary<ConditionRow> = fc.oneof(
      fc.record({
        kind: fc.constant('compare' as const),
        fact,
        operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const),
        value,
      }),
      fc.record({
        kind: fc.constant('one-of' as const),
        fact,
        isOne: fc.boolean(),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('contains' as const), fact, isThere: fc.boolean(), value }),
      fc.record({ kind: fc.constant('answered' as const), fact, isAnswered: fc.boolean() }),
    );
    const several = fc.array(row, { minLength: 2, maxLength: 3 });
    const groups = fc.oneof(
      fc.record({ join: fc.constantFrom('all' as const, 'any' as const), tests: several }),
      // A group within one of the other kind: of the same kind it is the same list.
      fc
        .record({ first: several, second: several, isAll: fc.boolean() })
        .map(({ first, second, isAll }): ConditionGroup => ({
          join: isAll ? 'all' : 'any',
          tests: [...first, { kind: 'group', join: isAll ? 'any' : 'all', tests: second }],
        })),
    );
    fc.assert(
      fc.property(groups, (group) => {
        expect(readConditionRows(writeConditionRows(group))).toEqual(group);
      }),
    );
  });
});
