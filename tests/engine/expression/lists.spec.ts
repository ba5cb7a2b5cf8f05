import { describe, expect, it } from '@jest/globals';
import { feel } from './feel.js';

const facts = {
  stores: [
    { name: 'A', days: 10, open: true },
    { name: 'B', days: 20, open: false },
    { name: 'C', days: 30, open: true },
  ],
};

describe('filters and paths', () => {
  it.each([
    ['stores[1].name', 'A'],
    ['stores[-1].name', 'C'],
    ['stores[4]', null],
    ['stores[days > 15].name', ['B', 'C']],
    ['stores[item.open].name', ['A', 'C']],
    ['stores[days > 15][1].name', 'B'],
    ['stores[days > 99]', []],
    ['sum(stores.days)', 60],
    ['count(stores[open])', 2],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['"a"[1]', 'a'],
    ['{a: {b: 2}}.a.b', 2],
  ])('%s is %p', (source, value) => {
    expect(feel(source, facts)).toEqual(value);
  });
});

describe('for, some and every', () => {
  it.each([
    ['for i in 1..3 return i * 2', [2, 4, 6]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['for i in [1..3) return i', [1, 2]],
    ['for d in date("2021-10-30")..date("2021-11-01") return d.day', [30, 31, 1]],
    ['for i in [1, 2], j in [10, 20] return i + j', [11, 21, 12, 22]],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', [1, 1, 2, 6, 24]],
    ['for s in stores return s.name', ['A', 'B', 'C']],
    ['some s in stores satisfies s.days > 25', true],
    ['every s in stores satisfies s.days > 15', false],
    ['every s in [] satisfies s > 1', true],
    ['some x in [null, 1] satisfies x > 1', null],
  ])('%s is %p', (source, value) => {
    expect(feel(source, facts)).toEqual(value);
  });
});

describe('list functions', () => {
  it.each([
    ['list contains([1, 2], 2)', true],
    ['list contains([1, null], null)', true],
    ['sublist([1, 2, 3], 2)', [2, 3]],
    ['sublist([1, 2, 3], -2, 1)', [2]],
    ['append([1], 2, 3)', [1, 2, 3]],
    ['concatenate([1], [2, 3])', [1, 2, 3]],
    ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['insert before([1, 3], 2, 2)', [1, 2, 3]],
    ['remove([1, 2, 3], 2)', [1, 3]],
    ['list replace([1, 2, 3], 2, 0)', [1, 0, 3]],
    ['list replace([1, 2, 3], function(item, new) item > 1, 0)', [1, 0, 0]],
    ['reverse([1, 2])', [2, 1]],
    ['index of([1, 2, 1], 1)', [1, 3]],
    ['distinct values([1, 1.0, "1", 2])', [1, '1', 2]],
    ['flatten([1, [2, [3]]])', [1, 2, 3]],
    ['sort([3, 1, 2])', [1, 2, 3]],
    ['sort([3, 1, 2], function(a, b) a > b)', [3, 2, 1]],
    ['sort(stores, function(a, b) a.days > b.days)[1].name', 'C'],
    ['all([true, null])', null],
    ['any([null, true])', true],
  ])('%s is %p', (source, value) => {
    expect(feel(source, facts)).toEqual(value);
  });
});

describe('contexts and functions', () => {
  it.each([
    ['{a: 1, b: a + 1}', { a: 1, b: 2 }],
    ['{"時短 日数": 3}', { '時短 日数': 3 }],
    ['get value({a: 1}, "a")', 1],
    ['get value({a: {b: 2}}, ["a", "b"])', 2],
    ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['context([{key: "a", value: 1}])', { a: 1 }],
    ['context put({a: 1}, "b", 2)', { a: 1, b: 2 }],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', { a: { b: 2 } }],
    ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }],
    ['(function(x, y) x - y)(y: 1, x: 3)', 2],
    ['{double: function(x) x * 2, r: double(4)}.r', 8],
    ['{k: 3, f: function(x) x * k, r: f(2)}.r', 6],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});

describe('ranges', () => {
  it.each([
    ['before(1, [2..3])', true],
    ['after(4, [2..3])', true],
    ['meets([1..2], [2..3])', true],
    ['met by([2..3], [1..2])', true],
    ['overlaps([1..3], [2..4])', true],
    ['overlaps([1..2), [2..4])', false],
    ['overlaps before([1..3], [2..4])', true],
    ['overlaps after([2..4], [1..3])', true],
    ['includes([1..4], [2..3])', true],
    ['includes([1..4], 5)', false],
    ['during(2, [1..4])', true],
    ['starts(1, [1..4])', true],
    ['started by([1..4], 1)', true],
    ['finishes(4, [1..4])', true],
    ['finished by([1..4], [3..4])', true],
    ['coincides([1..4], [1..4])', true],
    ['range("[1..4)").end included', false],
    ['[1..4].start', 1],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});
