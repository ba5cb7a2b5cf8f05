import { describe, expect, it } from '@jest/globals';
import { feel } from './feel.js';

const unanswered = { x: null };

describe('true, false and not known', () => {
  it.each([
    ['true and x', null],
    ['false and x', false],
    ['x and false', false],
    ['true or x', true],
    ['x or true', true],
    ['false or x', null],
    ['not(x)', null],
    ['x = null', true],
    ['x != null', false],
    ['x = 1', false],
    ['x > 1', null],
    ['x + 1', null],
    ['x between 1 and 2', null],
    ['x in [1..2]', null],
    ['if x then "yes" else "no"', 'no'],
    ['if x > 1 then "yes" else "no"', 'no'],
  ])('%s with x not answered is %p', (source, value) => {
    expect(feel(source, unanswered)).toBe(value);
  });
});

describe('comparison', () => {
  it.each([
    ['1 = 1.0', true],
    ['"a" < "b"', true],
    ['[1, 2] = [1, 2]', true],
    ['[1, 2] = [2, 1]', false],
    ['{a: 1, b: [2]} = {b: [2], a: 1}', true],
    ['{a: 1} = {a: 1, b: 2}', false],
    ['[1..3] = [1..3]', true],
    ['[1..3] = [1..3)', false],
    ['date("2021-10-01") < date("2021-10-02")', true],
    ['@"2021-10-01T12:00:00+09:00" = @"2021-10-01T03:00:00Z"', true],
    ['@"10:00:00" < @"11:00:00Z"', null],
    ['duration("P1Y") = duration("P12M")', true],
    ['duration("PT24H") = duration("P1D")', true],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });
});

describe('in and between', () => {
  it.each([
    ['5 between 1 and 5', true],
    ['5 in [1..5]', true],
    ['5 in [1..5)', false],
    ['1 in (1..5]', false],
    ['1 in ]1..5]', false],
    ['5 in (1, 2, 5)', true],
    ['5 in (< 3, > 4)', true],
    ['5 in [1, 2]', false],
    ['5 in [[1..2], [4..6]]', true],
    ['5 in != 5', false],
    ['5 in (!= 4)', true],
    ['"b" in ["a".."c"]', true],
    ['date("2021-10-10") in [date("2021-10-01")..date("2021-10-31")]', true],
    ['[1, 2] in [[1, 2], [3]]', true],
    ['4 in x', true],
  ])('%s is %p', (source, value) => {
    expect(feel(source, { x: [4, 5] })).toBe(value);
  });
});

describe('instance of', () => {
  it.each([
    ['1 instance of number', true],
    ['"1" instance of number', false],
    ['null instance of Any', false],
    ['[1, "a"] instance of list<number>', false],
    ['[1, 2] instance of list<number>', true],
    ['{a: "x"} instance of context<a: string>', true],
    ['@"P1D" instance of days and time duration', true],
    ['@"P1M" instance of years and months duration', true],
    ['(function(a) a) instance of function<Any>->Any', true],
    ['(function(a) a) instance of function<>->Any', false],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });
});
