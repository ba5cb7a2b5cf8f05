import { describe, expect, it } from '@jest/globals';
import { toJson, type Explanation, type Scope } from '../../../src/engine/expression/index.js';
import { compiled } from './feel.js';

const scope: Scope = {
  sales: { kind: 'context', fields: { daily: { kind: 'number' }, method: { kind: 'string' } } },
  rows: { kind: 'list', of: { kind: 'context', fields: { amount: { kind: 'number' } } } },
};

/** [source, value, …children] */
type Plain = readonly unknown[];
function plain({ source, value, children }: Explanation): Plain {
  return [source, toJson(value), ...children.map(plain)];
}

describe('explain', () => {
  it('gives every sub-result that took part', () => {
    const expression = compiled('min(round up(sales.daily * 0.4, -3), 100000)', scope);
    expect(plain(expression.explain({ sales: { daily: 100001 } }))).toEqual([
      'min(round up(sales.daily * 0.4, -3), 100000)',
      41000,
      ['round up(sales.daily * 0.4, -3)', 41000, ['sales.daily * 0.4', 40000.4, ['sales.daily', 100001]]],
    ]);
  });

  it('leaves out the branch that was not taken', () => {
    const expression = compiled('if sales.method = "A" then sales.daily * 2 else 0', scope);
    expect(plain(expression.explain({ sales: { method: 'B', daily: 5 } }))).toEqual([
      'if sales.method = "A" then sales.daily * 2 else 0',
      0,
      ['sales.method = "A"', false, ['sales.method', 'B']],
    ]);
  });

  it('goes through every row', () => {
    const expression = compiled('sum(for r in rows return r.amount * 2)', scope);
    expect(plain(expression.explain({ rows: [{ amount: 1 }, { amount: 2 }] }))).toEqual([
      'sum(for r in rows return r.amount * 2)',
      6,
      [
        'for r in rows return r.amount * 2',
        [2, 4],
        ['rows', [{ amount: 1 }, { amount: 2 }]],
        ['r.amount * 2', 2, ['r.amount', 1]],
        ['r.amount * 2', 4, ['r.amount', 2]],
      ],
    ]);
  });

  it('says where each part stands and what it is', () => {
    const { position, kind, children } = compiled('1 + sales.daily', scope).explain({ sales: { daily: 1 } });
    expect([position, kind, children.map((child) => [child.position, child.kind])]).toEqual([
      0,
      'ArithmeticExpression',
      [[4, 'PathExpression']],
    ]);
  });
});
