import { describe, expect, it } from '@jest/globals';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../../src/engine/japanese/working-days.js';

describe('working days', () => {
  it.each([
    ['2021-10-01', true, 'Friday'],
    ['2021-10-02', false, 'Saturday'],
    ['2021-10-03', false, 'Sunday'],
    ['2021-11-03', false, '文化の日'],
    ['2021-07-22', false, '海の日, moved for the Olympic Games'],
    ['2021-10-11', true, 'was スポーツの日 in other years'],
    ['2026-09-22', false, '国民の休日 between two holidays'],
    ['2021-12-28', true, 'the last working day of the year'],
    ['2021-12-29', false, 'year end'],
    ['2022-01-03', false, 'new year'],
    ['2022-01-04', true, 'the first working day of the year'],
  ])('%s: %p (%s)', (iso, open) => {
    expect(isWorkingDay(iso)).toBe(open);
  });

  it.each([
    ['2021-10-01', 1, '2021-10-04'],
    ['2021-10-02', 1, '2021-10-04'],
    ['2021-10-01', 10, '2021-10-15'],
    ['2021-12-28', 2, '2022-01-05'],
    ['2022-01-04', -1, '2021-12-28'],
    ['2021-10-03', -1, '2021-10-01'],
    ['2021-10-01', 0, '2021-10-01'],
    ['2021-10-02', 0, '2021-10-04'],
  ])('%s and %i working days is %s', (iso, count, result) => {
    expect(addWorkingDays(iso, count)).toBe(result);
  });

  it.each([
    ['2021-10-01', '2021-10-01', 0],
    ['2021-10-01', '2021-10-04', 1],
    ['2021-10-04', '2021-10-01', -1],
    ['2021-12-28', '2022-01-05', 2],
  ])('from %s to %s are %i', (from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count);
  });

  it('counts back what it added', () => {
    for (const count of [1, 5, 15, 250]) {
      expect(workingDaysBetween('2021-10-01', addWorkingDays('2021-10-01', count))).toBe(count);
    }
  });

  it('says so beyond the years it knows', () => {
    expect(() => isWorkingDay('2101-01-01')).toThrow(RangeError);
    expect(() => addWorkingDays('2100-12-28', 10)).toThrow(RangeError);
    expect(() => isWorkingDay('tomorrow')).toThrow(RangeError);
  });
});
