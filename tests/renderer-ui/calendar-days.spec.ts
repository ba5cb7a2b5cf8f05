import { describe, expect, it } from '@jest/globals';
import {
  dayByKey,
  monthsLater,
  weekdayOf,
  weeksOf,
} from '../../renderer-ui/src/form/fields/date/calendar-days.js';

describe('a month', () => {
  it('has weeks from Sunday, with nothing before its first and after its last day', () => {
    const weeks = weeksOf({ year: 2024, month: 2 });
    expect(weeks.map((week) => week.map((day) => day?.slice(8) ?? '--').join(' '))).toEqual([
      '-- -- -- -- 01 02 03',
      '04 05 06 07 08 09 10',
      '11 12 13 14 15 16 17',
      '18 19 20 21 22 23 24',
      '25 26 27 28 29 -- --',
    ]);
  });

  it('is four weeks where it begins on a Sunday and has 28 days', () => {
    expect(weeksOf({ year: 2026, month: 2 })).toHaveLength(4);
  });
});

describe('a month later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-05', 1, '2027-01-05'],
    ['2026-01-05', -1, '2025-12-05'],
    ['1989-01-07', -12, '1988-01-07'],
  ])('than %s by %i is %s', (day, count, there) => {
    expect(monthsLater(day, count)).toBe(there);
  });
});

describe('a key of the grid', () => {
  it.each([
    ['ArrowLeft', false, '2026-11-30'],
    ['ArrowRight', false, '2026-12-02'],
    ['ArrowUp', false, '2026-11-24'],
    ['ArrowDown', false, '2026-12-08'],
    ['Home', false, '2026-11-29'],
    ['End', false, '2026-12-05'],
    ['PageUp', false, '2026-11-01'],
    ['PageDown', false, '2027-01-01'],
    ['PageUp', true, '2025-12-01'],
    ['PageDown', true, '2027-12-01'],
    ['Enter', false, null],
  ])('%s (shift: %s) leads from Tuesday 1 December 2026 to %s', (key, withShift, there) => {
    expect(weekdayOf('2026-12-01')).toBe(2);
    expect(dayByKey('2026-12-01', key, withShift)).toBe(there);
  });
});
