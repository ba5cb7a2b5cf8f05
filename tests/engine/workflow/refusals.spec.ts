import { describe, expect, it } from '@jest/globals';
import type { Advance, Refusal } from '../../../src/engine/workflow/review-state.js';
import { applicant, mori, sato } from './small-procedure.js';
import { askName, pass, take, taken, toDecision, toReview } from './taking.js';

describe('an expected no', () => {
  const refusals: readonly (readonly [name: string, () => Advance | Refusal, Omit<Refusal, 'ok'>])[] = [
    [
      'an action the stage does not have',
      () => take(toReview(), { action: 'approve', actor: mori }),
      { code: 'action-not-available', params: { action: 'approve' } },
    ],
    [
      'an action named like something every object has',
      () => take(toReview(), { action: 'constructor', actor: sato }),
      { code: 'action-not-available', params: { action: 'constructor' } },
    ],
    [
      'an action whose condition does not hold yet',
      () =>
        take(taken(toReview(), askName).state, {
          action: 'close',
          actor: sato,
          publicReason: '期限切れです。',
        }),
      { code: 'action-not-available', params: { action: 'close' } },
    ],
    [
      'staff without the role',
      () => take(toReview(), { ...pass, actor: mori }),
      { code: 'role-missing', params: { action: 'pass' } },
    ],
    [
      'the applicant taking an action of staff',
      () => take(toReview(), { ...pass, actor: { ...applicant, roles: ['reviewer'] } }),
      { code: 'role-missing', params: { action: 'pass' } },
    ],
    [
      'staff taking an action of the applicant',
      () => take(toReview(), { action: 'withdraw', actor: sato }),
      { code: 'role-missing', params: { action: 'withdraw' } },
    ],
    [
      'the reviewer deciding on their own review',
      () => take(toDecision(), { action: 'approve', actor: sato }),
      { code: 'four-eyes', params: { stage: 'first_review', title: '一次審査' } },
    ],
    [
      'a backward move without a reason for colleagues',
      () => take(toDecision(), { action: 'send_back', actor: mori, publicReason: '確かめ直します。' }),
      { code: 'reason-required', params: {} },
    ],
    [
      'a reason of spaces',
      () =>
        take(toDecision(), { action: 'send_back', actor: mori, reason: '　 ', publicReason: '確かめます。' }),
      { code: 'reason-required', params: {} },
    ],
    [
      'a refusal explained in a phrase',
      () => take(toDecision(), { action: 'refuse', actor: mori, publicReason: '要件を満たさないため' }),
      { code: 'public-reason-required', params: { minLength: 20, length: 10 } },
    ],
    [
      'a rare kanji counted twice to reach the length',
      () => take(toDecision(), { action: 'refuse', actor: mori, publicReason: '𠮷'.repeat(19) }),
      { code: 'public-reason-required', params: { minLength: 20, length: 19 } },
    ],
    [
      'a correction of nothing',
      () => take(toReview(), { ...askName, targets: [] }),
      { code: 'targets-required', params: {} },
    ],
    [
      'a correction without a word on what is wrong',
      () => take(toReview(), { ...askName, targets: [{ path: '/store/name', comment: ' ' }] }),
      { code: 'targets-required', params: { path: '/store/name' } },
    ],
    [
      'a correction of a field that does not exist',
      () => take(toReview(), { ...askName, targets: [{ path: '/store/nmae', comment: '直してください。' }] }),
      { code: 'target-unknown', params: { path: '/store/nmae' } },
    ],
    [
      'a correction of a row that does not exist',
      () =>
        take(toReview(), { ...askName, targets: [{ path: '/sales/rows/2/amount', comment: '違います。' }] }),
      { code: 'target-unknown', params: { path: '/sales/rows/2/amount' } },
    ],
    [
      'a correction of a row whose id there is not',
      () =>
        take(toReview(), {
          ...askName,
          targets: [{ path: '/sales/rows/@k3f9/amount', comment: '違います。' }],
        }),
      { code: 'target-unknown', params: { path: '/sales/rows/@k3f9/amount' } },
    ],
    [
      'a correction of a computed value',
      () => take(toReview(), { ...askName, targets: [{ path: '/sales/total', comment: '違います。' }] }),
      { code: 'target-unknown', params: { path: '/sales/total' } },
    ],
    [
      'a staff field left out',
      () => take(toReview(), { action: 'pass', actor: sato }),
      { code: 'fields-invalid', params: { field: 'confirmed_on', rule: 'required' } },
    ],
    [
      'a day that does not exist',
      () => take(toReview(), { ...pass, fields: { confirmed_on: '2021-02-30' } }),
      { code: 'fields-invalid', params: { field: 'confirmed_on', rule: 'date' } },
    ],
    [
      'a number out of range',
      () => take(toReview(), { ...pass, fields: { confirmed_on: '2021-11-08', amount: 1000001 } }),
      { code: 'fields-invalid', params: { field: 'amount', rule: 'range' } },
    ],
    [
      'a number that is a text',
      () => take(toReview(), { ...pass, fields: { confirmed_on: '2021-11-08', amount: '5' } }),
      { code: 'fields-invalid', params: { field: 'amount', rule: 'type' } },
    ],
    [
      'a staff field nobody asked for',
      () => take(toReview(), { ...pass, fields: { confirmed_on: '2021-11-08', bonus: 1 } }),
      { code: 'fields-invalid', params: { field: 'bonus', rule: 'unknown' } },
    ],
    [
      'anything after the end',
      () =>
        take(taken(toDecision(), { action: 'approve', actor: mori }).state, {
          action: 'approve',
          actor: mori,
        }),
      { code: 'already-final', params: { stage: 'granted', title: '支給決定' } },
    ],
  ];
  it.each(refusals)('refuses %s', (_name, attempt, expected) => {
    expect(attempt()).toEqual({ ok: false, ...expected });
  });
});
