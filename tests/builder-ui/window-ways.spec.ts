import { expect, it } from '@jest/globals';
import { asOnce, asYearly, dayOfYear, monthDay } from '../../builder-ui/src/basics/window-ways.js';

const once = {
  opensAt: '2026-11-01T09:00:00+09:00',
  closesAt: '2027-01-31T08:30:00Z',
  graceMinutes: 30,
};
const yearly = {
  everyYear: { opens: '11-01T09:00', closes: '01-31T17:30', firstYear: 2026 },
  graceMinutes: 30,
};

it('a window of one year and one of every year become each other, by the clock of Japan', () => {
  expect(asYearly(once, 2024)).toEqual(yearly);
  expect(asOnce(yearly)).toEqual({ ...once, closesAt: '2027-01-31T17:30:00+09:00' });
});

it('a window that is not said yet begins with a usual one', () => {
  expect(asYearly({ opensAt: '', closesAt: '' }, 2026)).toEqual({
    everyYear: { opens: '04-01T09:00', closes: '05-31T17:00', firstYear: 2026 },
  });
  expect(asOnce({ everyYear: { opens: '', closes: '' } })).toEqual({ opensAt: '', closesAt: '' });
});

it('month, day and minute are read and written one by one', () => {
  expect(dayOfYear('04-01T09:00')).toEqual({ month: 4, day: 1, time: '09:00' });
  expect(dayOfYear('')).toEqual({ month: 4, day: 0, time: '' });
  expect(monthDay({ month: 12, day: 3, time: '17:30' })).toBe('12-03T17:30');
});
