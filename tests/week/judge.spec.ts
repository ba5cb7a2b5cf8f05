import { describe, expect, it } from '@jest/globals';
import { Judge, type StoredCase, type StoredEvent } from './judge.js';
import { officials } from './people.js';

const judge = new Judge(
  officials.map(({ login }) => ({ id: login, login })),
  [{ login: 'mutsumi', substitute: 'momose', from: '2027-04-28', to: '2027-04-30' }],
);

const line = (
  day: string,
  type: string,
  [from, to]: readonly [string | null, string],
  [actor, role]: readonly [string, string | null],
  more: Partial<StoredEvent> = {},
): Omit<StoredEvent, 'seq'> => ({
  at: new Date(`${day}T10:00:00+09:00`),
  type,
  from_stage: from,
  to_stage: to,
  action: null,
  actor_kind: role === null ? (actor === 'naniwa' ? 'applicant' : 'system') : 'staff',
  actor_id: actor,
  role,
  on_behalf_of: null,
  reason: null,
  public_reason: null,
  ...more,
});

/** Back once and forward again. Working days until the money: 27, 28 and 30 April and 6 May; between them are holidays. */
const history = [
  line('2027-04-26', 'arrived', [null, 'automatic_check'], ['naniwa', null]),
  line('2027-04-26', 'checked', ['automatic_check', 'first_review'], ['system', null]),
  line('2027-04-27', 'action', ['first_review', 'second_review'], ['ichii', 'reviewer_1'], {
    action: 'pass',
  }),
  line('2027-04-27', 'action', ['second_review', 'first_review'], ['mita', 'reviewer_2'], {
    action: 'send_back',
    reason: '再確認',
    public_reason: '書類をもう一度確認しています。',
  }),
  line('2027-04-28', 'action', ['first_review', 'second_review'], ['nikaido', 'reviewer_1'], {
    action: 'pass',
  }),
  line('2027-04-28', 'action', ['second_review', 'decision'], ['shinomiya', 'reviewer_2'], {
    action: 'recommend',
  }),
  line('2027-04-30', 'action', ['decision', 'payout'], ['momose', 'approver'], {
    action: 'approve',
    on_behalf_of: 'mutsumi',
  }),
  line('2027-05-06', 'action', ['payout', 'paid'], ['yashiro', 'accountant'], { action: 'record_paid' }),
].map((event, index): StoredEvent => ({ ...event, seq: index + 1 }));

const good: StoredCase = {
  id: '1',
  number: '1',
  procedure_id: 'jitan-9',
  applicant_id: 'naniwa',
  stage: 'paid',
  open: false,
  on_hold: false,
  processing_days: 4,
  payable: 600_000,
  changed_amount: null,
  events: history,
};

/** The same but for one line of the history. */
const but = (seq: number, change: Partial<StoredEvent>): StoredCase => ({
  ...good,
  events: history.map((event) => (event.seq === seq ? { ...event, ...change } : event)),
});

describe('whoever judges the week', () => {
  it('finds nothing wrong with what is right', () => {
    expect(judge.faultsOf(good)).toEqual([]);
  });

  it.each<readonly [string, StoredCase, string]>([
    ['a role that the stage does not name', but(3, { role: 'accountant' }), 'accountant may not'],
    ['a role that the official does not have', but(3, { actor_id: 'yashiro' }), 'yashiro is no reviewer_1'],
    ['an approver who reviewed', but(7, { actor_id: 'shinomiya', on_behalf_of: null }), 'work of their own'],
    ['a substitute on another day', but(7, { at: new Date('2027-05-01T10:00:00+09:00') }), 'stood in for'],
    ['no reason for colleagues', but(4, { reason: ' ' }), 'without a reason for colleagues'],
    ['no reason for the applicant', but(4, { public_reason: null }), 'without a reason for the applicant'],
    ['a way that does not exist', but(6, { to_stage: 'paid' }), 'no way to paid'],
    ['an applicant who is another', but(1, { actor_id: 'kitano' }), 'a stranger acted'],
    ['a line that is missing', { ...good, events: history.filter(({ seq }) => seq !== 5) }, 'is missing'],
    ['a case that never ended', { ...good, events: history.slice(0, -1) }, 'never ended'],
    ['a large grant without the director', { ...good, payable: 3_000_000 }, 'not approver,director'],
    ['a day too many', { ...good, processing_days: 5 }, '4 days by the calendar, 5 by the clock'],
  ])('sees %s', (_, wrong, told) => {
    expect(judge.faultsOf(wrong).join('\n')).toContain(told);
  });
});
