import { describe, expect, it } from '@jest/globals';
import { type AcceptanceWindow, seasonOf, windowAt } from '#engine';

const window = (everyYear: AcceptanceWindow['everyYear'], graceMinutes = 0): AcceptanceWindow => ({
  opensAt: '',
  closesAt: '',
  graceMinutes,
  everyYear,
});
const SPRING = { opens: '04-01T09:00', closes: '05-31T17:30', firstYear: 2026, lastYear: 2028 };

describe('a window that comes every year', () => {
  it.each([
    [
      'before its first year',
      '2024-05-01T00:00:00Z',
      '2026-04-01T09:00:00+09:00',
      '2026-05-31T17:30:59+09:00',
    ],
    ['before it opens', '2026-03-31T15:00:00Z', '2026-04-01T09:00:00+09:00', '2026-05-31T17:30:59+09:00'],
    [
      'to the end of its last minute',
      '2026-05-31T08:30:59.999Z',
      '2026-04-01T09:00:00+09:00',
      '2026-05-31T17:30:59+09:00',
    ],
    [
      'a second later: the next year',
      '2026-05-31T08:31:00Z',
      '2027-04-01T09:00:00+09:00',
      '2027-05-31T17:30:59+09:00',
    ],
    ['after its last year', '2031-01-01T00:00:00Z', '2028-04-01T09:00:00+09:00', '2028-05-31T17:30:59+09:00'],
  ])('%s', (_, now, opensAt, closesAt) => {
    expect(windowAt(window(SPRING), now)).toMatchObject({ opensAt, closesAt });
  });

  it('stays the one that has closed while its grace lasts', () => {
    const at = (now: string) => windowAt(window(SPRING, 30), now).opensAt.slice(0, 4);
    expect([at('2026-05-31T17:59:00+09:00'), at('2026-05-31T18:01:00+09:00')]).toEqual(['2026', '2027']);
  });

  it('goes over the turn of the year', () => {
    const winter = { opens: '12-01T09:00', closes: '01-31T17:30', firstYear: 2026, lastYear: null };
    expect(windowAt(window(winter), '2028-01-15T00:00:00Z')).toMatchObject({
      opensAt: '2027-12-01T09:00:00+09:00',
      closesAt: '2028-01-31T17:30:59+09:00',
    });
  });

  it('has no gap where it closes a minute before it opens again, grace or not', () => {
    const always = { opens: '04-01T00:00', closes: '03-31T23:59', firstYear: 2026, lastYear: null };
    expect(windowAt(window(always, 60), '2027-04-01T00:00:00+09:00').opensAt).toBe(
      '2027-04-01T00:00:00+09:00',
    );
  });

  it.each([
    [2027, '2027-03-01T00:00:00+09:00', '2028-02-29T23:59:59+09:00'],
    [2028, '2028-02-29T00:00:00+09:00', '2029-02-28T23:59:59+09:00'],
  ])('knows the leap day: opening in %i', (year, opensAt, closesAt) => {
    const leap = { opens: '02-29T00:00', closes: '02-28T23:59', firstYear: 2020, lastYear: null };
    const closing = { ...leap, closes: '02-29T23:59', opens: '03-01T00:00' };
    const [opening, closed] = [leap, closing].map((one) => windowAt(window(one), `${year}-06-01T00:00:00Z`));
    expect([opening?.opensAt, closed?.closesAt]).toEqual([opensAt, closesAt]);
  });

  it('is moved by the office for once', () => {
    const moved = { opensAt: null, closesAt: '2026-06-10T23:59:59+09:00' };
    const at = (now: string) => windowAt(window(SPRING), now, moved).closesAt;
    expect(at('2026-06-05T00:00:00Z')).toBe('2026-06-10T23:59:59+09:00');
    expect(at('2027-04-10T00:00:00Z')).toBe('2027-05-31T17:30:59+09:00');
  });

  it('counts a day to the occurrence that opened last', () => {
    expect(
      ['2026-04-01', '2026-12-31', '2027-03-31', '2027-04-01', '2040-01-01'].map((day) =>
        seasonOf(SPRING, day),
      ),
    ).toEqual([2026, 2026, 2026, 2027, 2028]);
  });
});
