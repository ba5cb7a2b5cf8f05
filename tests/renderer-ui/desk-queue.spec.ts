import { describe, expect, it } from '@jest/globals';
import { dueState } from '../../renderer-ui/src/desk/queue/due.js';
import { groupQueues } from '../../renderer-ui/src/desk/queue/queue-groups.js';
import { goneOn, nextInPlace, rowAfter } from '../../renderer-ui/src/desk/queue/queue-place.js';
import { moveCursor } from '../../renderer-ui/src/desk/queue/row-cursor.js';

describe('a due date', () => {
  it.each([
    [null, { kind: 'none' }],
    ['2021-11-03', { kind: 'overdue', days: 2 }],
    ['2021-11-05', { kind: 'today' }],
    ['2021-11-08', { kind: 'soon', days: 3 }],
    ['2021-11-09', { kind: 'later', days: 4 }],
    ['2022-02-28', { kind: 'later', days: 115 }],
  ])('%s stands, on 5 November 2021, at %j', (dueOn, expected) => {
    expect(dueState(dueOn, '2021-11-05')).toEqual(expected);
  });
});

describe('moving through a queue by keyboard', () => {
  it('goes down with j and up with k, and stops at the ends', () => {
    expect(moveCursor(0, 'j', 3)).toBe(1);
    expect(moveCursor(2, 'j', 3)).toBe(2);
    expect(moveCursor(1, 'k', 3)).toBe(0);
    expect(moveCursor(0, 'k', 3)).toBe(0);
  });

  it('starts at the first row with j and at the last with k', () => {
    expect(moveCursor(-1, 'j', 3)).toBe(0);
    expect(moveCursor(-1, 'k', 3)).toBe(2);
  });

  it('leaves other keys and empty queues alone', () => {
    expect(moveCursor(0, 'x', 3)).toBeNull();
    expect(moveCursor(-1, 'j', 0)).toBeNull();
  });
});

describe('the next case', () => {
  const place = { address: '/desk?queue=mine', ids: ['a', 'b', 'c'], current: 'b' };

  it('is the row below', () => {
    expect(nextInPlace(place, 'b')).toBe('c');
  });

  it('after the last row is the first one still listed', () => {
    expect(nextInPlace(place, 'c')).toBe('a');
  });

  it('does not exist when the list held this case alone, or no list was open', () => {
    expect(nextInPlace({ ...place, ids: ['b'] }, 'b')).toBeNull();
    expect(nextInPlace(null, 'b')).toBeNull();
  });
});

describe('what follows the rows that were loaded', () => {
  const place = { address: '/desk?queue=mine', ids: ['a', 'b'], current: 'b', next: 'after-b' };

  it('is put after them, and from there on is a row below as any other', () => {
    const on = goneOn(place, 'b', { ids: ['c', 'd'], next: null });
    expect([on.ids, on.next, rowAfter(on, 'b')]).toEqual([['a', 'b', 'c', 'd'], null, 'c']);
  });

  it('at the end of the list is its beginning, as it is by now', () => {
    const on = goneOn({ ...place, next: null }, 'b', { ids: ['b', 'e'], next: null });
    expect([on.ids, rowAfter(on, 'b')]).toEqual([['b', 'e'], 'e']);
    expect(rowAfter(goneOn({ ...place, next: null }, 'b', { ids: ['b'], next: null }), 'b')).toBeNull();
  });
});

it('the rail shows the queues across procedures first, then each procedure in the order given', () => {
  const stage = { key: 'stage:jitan-9:first_review', title: '一次審査', procedureId: 'jitan-9', count: 4 };
  const mine = { key: 'mine', title: '自分の担当', procedureId: null, count: 2 };
  expect(groupQueues([stage, mine])).toEqual([
    { procedureId: null, queues: [mine] },
    { procedureId: 'jitan-9', queues: [stage] },
  ]);
});
