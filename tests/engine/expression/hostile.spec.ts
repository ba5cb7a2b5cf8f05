import { describe, expect, it } from '@jest/globals';
import { complaints, feel, problemsOf } from './feel.js';

const doubling = 'for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]';
const smallDoubling = 'for i in 1..15 return if i = 1 then [1] else [partial[-1], partial[-1]]';

describe('an expression cannot hold the server', () => {
  it.each([
    ['brackets', `${'('.repeat(4500)}1${')'.repeat(4500)}`],
    ['lists', `${'['.repeat(4500)}${']'.repeat(4500)}`],
    ['contexts', `${'{a:'.repeat(2000)}1${'}'.repeat(2000)}`],
    ['signs', `${'-'.repeat(3000)}1`],
    ['conditions', `${'if true then '.repeat(350)}1${' else 2'.repeat(350)}`],
    ['additions', `1${'+1'.repeat(2000)}`],
    ['fields', `x${'.a'.repeat(2000)}`],
    ['comparisons', `x.a > 1${' and x.amount > 1'.repeat(290)}`],
  ])('%s nested without end are a problem, not a crash', (_name, source) => {
    expect(problemsOf(source, { x: { kind: 'any' } }).map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('text without end is refused before it is read', () => {
    expect(complaints('1+'.repeat(5001))).toMatchObject([
      ['too-long', expect.anything(), { length: 10002, limit: 10000 }],
    ]);
  });

  it('so many entries that reading them would take seconds are refused before', () => {
    const context = (count: number) => `{${Array.from({ length: count }, (_, n) => `k${n}: "a:b"`).join()}}`;
    expect(problemsOf(context(300))).toEqual([]);
    expect(problemsOf(context(301)).map(({ code, params }) => [code, params])).toEqual([
      ['too-many-entries', { limit: 300 }],
    ]);
  });

  it.each([
    ['for a in 1..2000, b in 1..2000 return a'],
    ['for a in 1..1000000000 return a'],
    ['for a in 1..90000 return sum(rows)'],
    ['for a in 1..5000 return rows[item = a]'],
    ['for a in 1..5000 return rows = rows'],
    ['for a in 1..99999 return exp(100.1) ** 1.5'],
    ['for i in 1..60 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1]'],
    ['for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])'],
    ['for i in 1..9000 return matches("a", "(a{0,90}){0,9}" + string(i))'],
    ['(function(f) f(f))(function(f) f(f))'],
    [`string(${doubling})`],
    [`flatten(${doubling})`],
    [`(${doubling}) = (${doubling})`],
    ['string(for i in 1..50000 return [partial[-1]])'],
    ['some i in 1..50000 satisfies every j in 1..1000000000 satisfies i > j'],
    ['for i in 1..99999 return some j in 1..1000000000 satisfies false'],
    [`for i in 1..99999 return [${'i,'.repeat(3000)}i]`],
    [`for i in 1..99999 return {${Array.from({ length: 290 }, (_, n) => `k${n}:i`).join()}}`],
    ['for i in 1..9000 return context put(if i = 1 then {} else partial[-1], string(i), i)'],
    ['context merge(for i in 1..90000 return {a: i, b: i})'],
    [`{x: (${smallDoubling})[-1], y: (${smallDoubling})[-1], r: for i in 1..90000 return x = y}`],
    [`{x: (${smallDoubling})[-1], r: for i in 1..90000 return list contains(x, i)}`],
    [`{x: (${smallDoubling})[-1], r: for i in 1..90000 return x.a}`],
    [`{x: (${smallDoubling})[-1], r: for i in 1..90000 return i in x}`],
    ['for i in 1..90000 return rows'],
    ['for i in 1..90000 return rows.a'],
    ['for i in 1..9000 return list replace(rows, 1, i)'],
    [
      `{${Array.from({ length: 290 }, (_, n) => `s${n}: 1, `).join('')}f: for i in 1..99999 return function(a) i}`,
    ],
    ['for i in 1..99999 return sort(rows, function(a, b) a > b)'],
  ])('%s stops at its budget', (source) => {
    const rows = Array.from({ length: 1000 }, (_, index) => index);
    expect(() => feel(source, { rows })).toThrow('limit');
  });

  it('a long range costs only the turns that are taken', () => {
    expect(feel('some i in 1..1000000000 satisfies i = 3')).toBe(true);
    expect(feel('every i in 1..900 satisfies some j in 1..1000000000 satisfies j > 0')).toBe(true);
  });

  it.each([
    ['constructor'],
    ['__proto__'],
    ['toString()'],
    ['constructor("return 1")'],
    ['{}.constructor'],
    ['"".length'],
    ['1 instance of constructor'],
    ['abs(__proto__: 1)'],
  ])('%s leads nowhere', (source) => {
    expect(problemsOf(source)).toHaveLength(1);
  });
});
