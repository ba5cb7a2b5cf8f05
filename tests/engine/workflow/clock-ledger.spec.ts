import { describe, expect, it } from '@jest/globals';
import { civilDateInJapan } from '../../../src/engine/japanese/civil-date.js';
import { clockLedger } from '../../../src/engine/workflow/clock-ledger.js';
import type { HistoryEntry } from '../../../src/engine/workflow/review-state.js';
import { smallProcedure } from './small-procedure.js';

const { stages } = smallProcedure.workflow;

function entry(
  at: string,
  from: string | null,
  to: string,
  type: HistoryEntry['type'] = 'action',
): HistoryEntry {
  return {
    at: `${at}T10:00:00+09:00`,
    type,
    from,
    to,
    action: null,
    actor: { kind: 'system', id: 'system' },
    role: null,
    onBehalfOf: null,
    reason: null,
    publicReason: null,
  };
}

const untilCorrection = [
  entry('2021-11-05', null, 'automatic_check', 'arrived'),
  entry('2021-11-05', 'automatic_check', 'first_review', 'checked'),
  entry('2021-11-09', 'first_review', 'correction'),
];

describe('the processing clock', () => {
  it('counts working days from the day after arrival and stands still during a correction', () => {
    const history = [
      ...untilCorrection,
      entry('2021-11-12', 'correction', 'first_review'),
      entry('2021-11-16', 'first_review', 'decision'),
    ];
    expect(clockLedger(history, stages, '2021-11-18T10:00:00+09:00')).toEqual({
      used: 6,
      stopped: 3,
      running: true,
      spans: [
        { stage: 'automatic_check', from: '2021-11-05', to: '2021-11-05', days: 0, clock: 'runs' },
        { stage: 'first_review', from: '2021-11-05', to: '2021-11-09', days: 2, clock: 'runs' },
        { stage: 'correction', from: '2021-11-09', to: '2021-11-12', days: 3, clock: 'stops' },
        { stage: 'first_review', from: '2021-11-12', to: '2021-11-16', days: 2, clock: 'runs' },
        { stage: 'decision', from: '2021-11-16', to: '2021-11-18', days: 2, clock: 'runs' },
      ],
    });
  });

  it('ends with the decision, however late one asks', () => {
    const history = [...untilCorrection, entry('2021-11-12', 'correction', 'withdrawn')];
    expect(clockLedger(history, stages, '2022-03-01T10:00:00+09:00')).toMatchObject({
      used: 2,
      stopped: 3,
      running: false,
    });
  });

  it('does not stop for a hold', () => {
    const history = [
      ...untilCorrection.slice(0, 2),
      entry('2021-11-08', 'first_review', 'first_review', 'held'),
    ];
    expect(clockLedger(history, stages, '2021-11-12T10:00:00+09:00')).toMatchObject({ used: 5, stopped: 0 });
  });

  it('rests on the holiday 23 November and over the new year', () => {
    const history = [entry('2021-11-22', null, 'first_review', 'arrived')];
    expect(clockLedger(history, stages, '2021-11-24T10:00:00+09:00').used).toBe(1);
    const newYear = [entry('2021-12-28', null, 'first_review', 'arrived')];
    expect(clockLedger(newYear, stages, '2022-01-04T10:00:00+09:00').used).toBe(1);
  });
});

describe('the civil date in Japan', () => {
  it.each([
    ['2021-11-05T00:00:00+09:00', '2021-11-05'],
    ['2021-11-04T14:59:59Z', '2021-11-04'],
    ['2021-11-04T15:00:00Z', '2021-11-05'],
    ['2021-12-31T23:59:59.999+09:00', '2021-12-31'],
  ])('of %s is %s', (instant, date) => {
    expect(civilDateInJapan(instant)).toBe(date);
  });

  it('of no instant is a surprise', () => {
    expect(() => civilDateInJapan('soon')).toThrow(RangeError);
  });
});
