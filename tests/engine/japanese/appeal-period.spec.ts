import { describe, expect, it } from '@jest/globals';
import { appealPeriod } from '#engine';

describe('until when one may appeal against a disposition', () => {
  it.each([
    // The day itself is not counted: the period begins on 1 April and ends with 30 June.
    ['2026-03-31', '2026-06-30'],
    ['2026-04-01', '2026-07-01'],
    // It begins on 30 November; February has no 30th, so it ends with February.
    ['2025-11-29', '2026-03-02'],
    ['2027-11-29', '2028-02-29'],
    // 11 October 2026 is a Sunday, the 12th スポーツの日.
    ['2026-07-11', '2026-10-13'],
    // The end falls on New Year’s holidays.
    ['2026-09-30', '2027-01-04'],
  ])('whoever opened it on %s may ask for a review until %s', (knownOn, appealUntil) => {
    expect(appealPeriod(knownOn).appealUntil).toBe(appealUntil);
  });

  it('gives six months for the court', () => {
    expect(appealPeriod('2026-04-01')).toEqual({ appealUntil: '2026-07-01', suitUntil: '2026-10-01' });
  });

  it('throws where the calendar ends', () => {
    expect(() => appealPeriod('2100-12-01')).toThrow(RangeError);
  });
});
