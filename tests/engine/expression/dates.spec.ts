import { describe, expect, it } from '@jest/globals';
import { feel } from './feel.js';

describe('dates and times', () => {
  it.each([
    ['date("2021-10-01")', '2021-10-01'],
    ['date(2021, 10, 1)', '2021-10-01'],
    ['date("2021-02-29")', null],
    ['date("2024-02-29")', '2024-02-29'],
    ['date("2021-4-1")', null],
    ['time("20:00:00")', '20:00:00'],
    ['time("24:00:00")', null],
    ['time("20:00:00+09:00")', '20:00:00+09:00'],
    ['time("20:00:00@Asia/Tokyo")', '20:00:00@Asia/Tokyo'],
    ['time("20:00:00@Asia/Nowhere")', null],
    ['date and time("2021-10-01T20:00:00")', '2021-10-01T20:00:00'],
    ['date and time(date("2021-10-01"), time("20:00:00"))', '2021-10-01T20:00:00'],
    ['date(date and time("2021-10-01T20:00:00"))', '2021-10-01'],
    ['string(date(999999999, 12, 31))', '999999999-12-31'],
    ['date("2021-10-01").year', 2021],
    ['date("2021-10-01").weekday', 5],
    ['time("20:30:15").minute', 30],
    ['@"2021-10-01T20:00:00@Asia/Tokyo".time offset', 'PT9H'],
    ['@"2021-10-01T20:00:00@Asia/Tokyo".timezone', 'Asia/Tokyo'],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it.each([
    ['date("2021-01-31") + duration("P1M")', '2021-02-28'],
    ['date("2024-02-29") + duration("P1Y")', '2025-02-28'],
    ['date("2021-03-31") - duration("P1M")', '2021-02-28'],
    ['date("2021-10-01") + duration("P30D")', '2021-10-31'],
    ['date("2021-10-01") - duration("PT1H")', '2021-09-30'],
    ['duration("P1D") + date("2021-12-31")', '2022-01-01'],
    ['date("2021-10-31") - date("2021-10-01")', 'P30D'],
    ['(date("2021-10-31") - date("2021-10-01")).days', 30],
    ['@"2021-10-01T23:30:00" + duration("PT1H")', '2021-10-02T00:30:00'],
    ['@"2021-10-02T00:00:00+09:00" - @"2021-10-01T00:00:00Z"', 'PT15H'],
    ['time("23:30:00") + duration("PT1H")', '00:30:00'],
    ['time("21:00:00") - time("20:00:00")', 'PT1H'],
    ['duration("P1D") * 1.5', 'P1DT12H'],
    ['duration("P1Y") / 12', 'P1M'],
    ['duration("P1D") / duration("PT6H")', 4],
    ['-duration("P1M")', '-P1M'],
    ['abs(duration("-P1D"))', 'P1D'],
    ['years and months duration(date("2011-12-22"), date("2013-08-24"))', 'P1Y8M'],
    ['years and months duration(date("2016-01-21"), date("2015-01-21"))', '-P1Y'],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it.each([
    ['day of week(date("2021-10-01"))', 'Friday'],
    ['month of year(date("2021-10-01"))', 'October'],
    ['day of year(date("2020-12-31"))', 366],
    ['week of year(date("2021-01-03"))', 53],
    ['week of year(date("2021-01-04"))', 1],
    ['is(@"23:00:00Z", @"23:00:00+00:00")', true],
    ['is(@"23:00:00Z", @"23:00:00@Etc/GMT")', false],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it('refuses the clock, because the same facts must give the same result tomorrow', () => {
    expect(feel('today > date("2021-01-01")', { today: '2021-10-01' }, { today: { kind: 'date' } })).toBe(
      true,
    );
    expect(() => feel('today()')).toThrow('refused-function');
    expect(() => feel('now()')).toThrow('refused-function');
  });
});
