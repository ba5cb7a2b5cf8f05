import { describe, expect, it } from '@jest/globals';
import { feel, problemsOf } from './feel.js';

describe('numbers of the standard', () => {
  it.each([
    ['.5 + 1', 1.5],
    ['1.2e3', 1200],
    ['-10 ** 2', 100],
    ['2 ** 3 ** 2', 64],
    ['--1', 1],
    ['0.1 + 0.2 = 0.3', true],
    ['1234567890123456789012345678901234 + 1 = 1234567890123456789012345678901235', true],
    ['1 / 0', null],
    ['modulo(-12, 5)', 3],
    ['modulo(12, -5)', -3],
    ['modulo(-10.1, 4.5)', 3.4],
    ['decimal(2.5, 0)', 2],
    ['decimal(1.115, 2)', 1.12],
    ['round up(-5.5, 0)', -6],
    ['round down(-5.5, 0)', -5],
    ['round half up(-5.5, 0)', -6],
    ['round half down(5.5, 0)', 5],
    ['floor(-1.56, 1)', -1.6],
    ['ceiling(-1.56, 1)', -1.5],
    ['round half up(12345, -2)', 12300],
    ['sqrt(16)', 4],
    ['sqrt(-1)', null],
    ['log(0)', null],
    ['even(-2)', true],
    ['odd(5.5)', false],
    ['number("1.000,5", ".", ",")', 1000.5],
    ['number("1 000", " ", ".")', 1000],
    ['median([6, 1, 2, 3])', 2.5],
    ['mode([6, 1, 9, 6, 1])', [1, 6]],
    ['stddev([47])', null],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});

describe('texts of the standard', () => {
  it.each([
    ['"\\u0041\\U01F600\\n"', 'A😀\n'],
    ['string length("\\uD83D\\uDE00")', 1],
    ['substring("\\U01F40Eab", 2)', 'ab'],
    ['substring("foobar", -2, 1)', 'a'],
    ['substring before("foobar", "xyz")', ''],
    ['substring after("foobar", "ob")', 'ar'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
    ['replace("darted", "^(.*?)d(.*)$", "$1c$2")', 'carted'],
    ['matches("a\\nb", "a.b", "s")', true],
    ['split("a;b;;c", ";")', ['a', 'b', '', 'c']],
    ['string join(["a", null, "c"], "X")', 'aXc'],
    ['string join([], "X")', ''],
    ['string({a: 1, b: [null, "x"]})', '{a: 1, b: [null, "x"]}'],
    ['upper case("aBc4")', 'ABC4'],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});

describe('dates, times and durations of the standard', () => {
  it.each([
    ['@"PT3S" / 3', 'PT1S'],
    ['@"P1D" / 3', 'PT8H'],
    ['@"P1M" * 2.5', 'P2M'],
    ['@"P14M"', 'P1Y2M'],
    ['time("23:59:00z")', '23:59:00Z'],
    ['is(time("23:00:50z"), time("23:00:50"))', false],
    ['is(@"23:00:50Z", @"23:00:50+00:00")', true],
    ['time(11, 59, 45.5, duration("-PT2H"))', '11:59:45.5-02:00'],
    ['time(date("2012-12-24"))', '00:00:00Z'],
    ['date and time(2021, 6, 1, 10, 0, 0)', '2021-06-01T10:00:00'],
    ['date and time(2021, 6, 1, 10, 0, 0, 9)', '2021-06-01T10:00:00+09:00'],
    ['date and time(2021, 6, 1, 10, 0, 0, "Asia/Tokyo")', '2021-06-01T10:00:00@Asia/Tokyo'],
    ['date and time(2021, 6, 31, 10, 0, 0)', null],
    ['date and time(@"2021-06-01T22:00:00Z", "Asia/Tokyo")', '2021-06-02T07:00:00@Asia/Tokyo'],
    ['date and time(@"2021-06-01T10:00:00Z", "Europe/Paris")', '2021-06-01T12:00:00@Europe/Paris'],
    ['date and time(@"2021-06-01T10:00:00", "Asia/Tokyo")', null],
    ['date and time(@"2012-12-24", @"23:59:00@Asia/Tokyo")', '2012-12-24T23:59:00@Asia/Tokyo'],
    ['@"2021-01-01T10:00:00Z" - @"2021-01-01"', 'PT10H'],
    ['@"2021-01-02" > @"2021-01-01T23:00:00-05:00"', false],
    ['@"2021-01-01T10:00:00@Europe/Paris" - @"2021-01-01T10:00:00@Asia/Tokyo"', 'PT8H'],
    ['@"2021-03-28T01:30:00@Europe/Paris" + @"PT1H"', '2021-03-28T02:30:00@Europe/Paris'],
    ['week of year(date(2003, 12, 29))', 1],
    ['week of year(date(2005, 1, 1))', 53],
    ['@"10:20:30@Europe/Paris".timezone', 'Europe/Paris'],
    ['@"2018-12-10".weekday', 1],
    ['date("2012-12-25T")', null],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});

describe('lists, contexts and loops of the standard', () => {
  it.each([
    ['[{item: 1}, {item: 2}][item >= 2]', [{ item: 2 }]],
    ['[{x: 1, y: 2}, {x: null, y: 3}][x < 2]', [{ x: 1, y: 2 }]],
    ['[[1, 2], [3]][1][2]', 2],
    ['100[1]', 100],
    ['[1, 2, 3][0]', null],
    ['for i in 1..3, j in 1..i return i * j', [1, 2, 4, 3, 6, 9]],
    ['for i in (1..3) return i', [2]],
    ['for i in 1..3 return if i = 1 then 1 else i + sum(partial)', [1, 3, 7]],
    ['for i in @"2021-01-01"..@"2021-01-02" return i', ['2021-01-01', '2021-01-02']],
    ['some x in [1, 2], y in [2, 3] satisfies x = y', true],
    ['sort(list: [3, 1, 2], precedes: function(x, y) x < y)', [1, 2, 3]],
    ['list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)', [5, 5, 7, 8]],
    ['insert before([1, 3], -1, 2)', [1, 2, 3]],
    ['remove([1, 2, 3], -1)', [1, 2]],
    ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['distinct values([null, null, 1])', [null, 1]],
    ['context put({x: 1, y: {a: 0}}, ["y", "a"], 2)', { x: 1, y: { a: 2 } }],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', null],
    ['{"foo bar": 1}.foo bar', 1],
    ['sum([])', null],
    ['count(null)', null],
    ['all([])', true],
    ['any([null, false])', null],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});

describe('what is left out is refused by name, never answered with null', () => {
  it.each([
    ['now()', 'refused-function'],
    ['today()', 'refused-function'],
    ['matches("x", "(?=x)")', 'bad-pattern'],
    ['matches("xx", "(x)\\\\1")', 'bad-pattern'],
    ['replace("x", "(?<!y)x", "")', 'bad-pattern'],
    [
      'function(a) external {java: {class: "java.lang.Math", method signature: "abs(double)"}}',
      'unsupported',
    ],
    ['1 instance of tNumber', 'unknown-type'],
    ['someDecision(1)', 'unknown-function'],
    ['is defined(1)', 'unknown-function'],
    ['{a: 1, a: 2}', 'duplicate-key'],
    ['1 in 2..3', 'syntax'],
    ['{f: function(n) f(n - 1)}', 'unknown-function'],
  ])('%s: %s', (source, code) => {
    expect(problemsOf(source).map((problem) => problem.code)).toContain(code);
  });
});
