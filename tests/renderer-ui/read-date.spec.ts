import { describe, expect, it } from '@jest/globals';
import { boxesOf, isDay, readDate } from '../../renderer-ui/src/form/fields/date/read-date.js';

describe('three boxes for a date', () => {
  it.each([
    ['2021', '11', '5', '2021-11-05'],
    ['２０２１', '１１', '５', '2021-11-05'],
    ['令和3', '11', '5', '2021-11-05'],
    ['令和三', '11', '5', '令和三-11-5'],
    ['R3', '11', '05', '2021-11-05'],
    ['r.3', '11', '5', '2021-11-05'],
    ['令和元', '5', '1', '2019-05-01'],
    ['令和3年', '11月', '5日', '2021-11-05'],
    ['昭和64', '1', '7', '1989-01-07'],
    ['S55', '5', '5', '1980-05-05'],
    ['大正15', '12', '24', '1926-12-24'],
    ['明治32', '4', '1', '1899-04-01'],
    ['M.45', '7', '29', '1912-07-29'],
  ])('read %s %s %s as %s', (year, month, day, answer) => {
    expect(readDate({ year, month, day })).toBe(answer);
  });

  it('refuse an era that had ended: 平成 had no 32nd year', () => {
    expect(readDate({ year: '平成32', month: '4', day: '1' })).toBe('平成32-4-1');
    expect(readDate({ year: '平成31', month: '5', day: '1' })).toBe('平成31-5-1');
  });

  it('are no answer while all are empty', () => {
    expect(readDate({ year: ' ', month: '', day: '' })).toBeUndefined();
  });

  it('keep what is half typed, so that a reload fills them again', () => {
    const answer = readDate({ year: '2021', month: '', day: '5' });
    expect(answer).toBe('2021--5');
    expect(boxesOf(answer)).toEqual({ year: '2021', month: '', day: '5' });
  });

  it('show a date without leading zeros', () => {
    expect(boxesOf('2021-11-05')).toEqual({ year: '2021', month: '11', day: '5' });
  });
});

describe('a day', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2021-13-01', false],
    ['2021--5', false],
    [undefined, false],
  ])('%s exists: %s', (value, exists) => {
    expect(isDay(value)).toBe(exists);
  });
});
