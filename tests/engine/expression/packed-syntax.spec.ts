import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { linkExpression } from '../../../src/engine/expression/link.js';
import { packSyntax } from '../../../src/engine/expression/pack-syntax.js';
import { unpackSyntax } from '../../../src/engine/expression/packed-syntax.js';
import { parseExpression } from '../../../src/engine/expression/parse.js';

function packed(source: string): string {
  const parsed = parseExpression(source, []);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.problem.code}`);
  expect(unpackSyntax(source, packSyntax(source, parsed.root))).toEqual(parsed.root);
  return packSyntax(source, parsed.root);
}

describe('a tree beside its source', () => {
  it('says only what the source does not', () => {
    expect(packed('a')).toBe('mba1;;');
    expect(packed('store.city = "27100"')).toBe('mecba5;Ada4;;f1g7;;');
    expect(packed('a or b and c')).toBe('mjba1;Biba1;Cba1;;;;');
  });

  it.each([
    '  a  +  1 ',
    'if a then "x" else null',
    'f(a, b, [1, 2, 3])',
    'f(x: 1, y: 2)',
    '{a: 1, "b c": {d: [1..2]}}',
    'for x in [1, 2], y in [3] return x * y',
    'some x in xs satisfies x > 3 and x < 5',
    'a in (1, 2, [3..4], >5) or b',
    'a in [1..2] and b in (< 3) or c',
    'a between 1 and 2',
    'xs[item.y > 2][1].z',
    'date("2021-08-16") - @"P1D"',
    'a instance of list<string>',
    '-a ** -2',
    'a /* between */ + b // behind',
    '合計 + 売上.金額',
    'function(x, y) x + y',
    '(((a)))',
  ])('comes back whole: %s', (source) => {
    expect(packed(source)).not.toBe('');
  });

  it('comes back whole for every expression of the conformance kit', () => {
    const kit = '../shared/feel-tck/cases.json';
    const cases = existsSync(kit) ? (JSON.parse(readFileSync(kit, 'utf8')) as Cases) : [];
    const parse = cases.filter(({ expression }) => parseExpression(expression, []).ok);
    expect(parse.map(({ expression }) => packed(expression))).toHaveLength(parse.length);
  });

  it.each(['', 'm', 'm?', 'mba', '|List', '+', 'm{a1;;'])(
    'is nothing that compiles where nobody wrote it: %s',
    (tree) => {
      expect(linkExpression(['a', tree], {})).toBeNull();
    },
  );
});

type Cases = readonly { readonly expression: string }[];
