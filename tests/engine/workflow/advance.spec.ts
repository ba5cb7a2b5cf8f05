import { describe, expect, it } from '@jest/globals';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { availableActions } from '../../../src/engine/workflow/available-actions.js';
import { holdApplication, releaseHold } from '../../../src/engine/workflow/hold.js';
import type { ApplicationFacts } from '../../../src/engine/workflow/workflow-facts.js';
import type { Advance, Command, Refusal, WorkflowState } from '../../../src/engine/workflow/workflow.js';
import { applicant, application, mori, sato, smallProcedure } from './small-procedure.js';

const friday = '2021-11-05T10:00:00+09:00';
const monday = '2021-11-08T10:00:00+09:00';

const arrive = (facts: ApplicationFacts = application) =>
  startWorkflow(smallProcedure, facts, friday, applicant);

function take(state: WorkflowState, command: Command, now = monday, facts = application): Advance | Refusal {
  return advance(smallProcedure, state, command, facts, now);
}

function taken(state: WorkflowState, command: Command, now = monday, facts = application): Advance {
  const result = take(state, command, now, facts);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result;
}

const toReview = () => arrive().state;
const pass: Command = { action: 'pass', actor: sato, fields: { confirmed_on: '2021-11-08' } };
const toDecision = () => taken(toReview(), pass).state;
const askName: Command = {
  action: 'ask_correction',
  actor: sato,
  publicReason: 'お手数ですがお願いします。',
  targets: [{ path: '/store/name', comment: '許可証のとおりに書いてください。' }],
};

describe('arrival', () => {
  it('runs the automatic checks, keeps each result and stops at the first stage of a person', () => {
    expect(arrive()).toEqual({
      ok: true,
      state: {
        stage: 'first_review',
        enteredAt: friday,
        dueOn: '2021-11-19',
        hold: null,
        correction: null,
        actors: {},
        staff: {},
        checks: [
          {
            id: 'has-sales',
            title: '売上がある',
            passed: true,
            message: '売上が0円です。',
            criterion: 'sales',
          },
          {
            id: 'not-new',
            title: '新しい店ではない',
            passed: true,
            message: '開店の日を確かめてください。',
            criterion: null,
          },
        ],
        correctionCount: 0,
        reason: null,
        publicReason: null,
      },
      effects: [
        { kind: 'message', template: 'received' },
        { kind: 'notice', template: 'arrival-receipt' },
      ],
      history: [
        {
          at: friday,
          type: 'arrived',
          from: null,
          to: 'automatic_check',
          action: null,
          actor: { kind: 'applicant', id: 'account-1' },
          reason: null,
          publicReason: null,
        },
        {
          at: friday,
          type: 'checked',
          from: 'automatic_check',
          to: 'first_review',
          action: null,
          actor: { kind: 'system', id: 'system' },
          reason: null,
          publicReason: null,
        },
      ],
    });
  });

  it('takes the fast lane when every check passed and nothing was warned of', () => {
    expect(arrive({ ...application, warnings: 0 }).state.stage).toBe('decision');
  });

  it('keeps a failed check for the reviewer', () => {
    const noSales = { ...application, answers: { ...application.answers, sales: { rows: [], total: 0 } } };
    expect(arrive(noSales).state.checks.map(({ id, passed }) => [id, passed])).toEqual([
      ['has-sales', false],
      ['not-new', true],
    ]);
  });

  it('does not fail a check about something unanswered', () => {
    const { state } = arrive({ ...application, answers: {} });
    expect(state.checks.every((check) => check.passed)).toBe(true);
  });
});

describe('taking an action', () => {
  it('moves on, remembers who acted and what they filled in, and writes one line of history', () => {
    const { state, effects, history } = taken(toReview(), pass);
    expect(state).toMatchObject({
      stage: 'decision',
      enteredAt: monday,
      dueOn: null,
      actors: { first_review: ['sato'] },
      staff: { pass: { confirmed_on: '2021-11-08' } },
    });
    expect(effects).toEqual([]);
    expect(history).toEqual([
      {
        at: monday,
        type: 'action',
        from: 'first_review',
        to: 'decision',
        action: 'pass',
        actor: { kind: 'staff', id: 'sato' },
        reason: null,
        publicReason: null,
      },
    ]);
  });

  it('returns what must follow as data', () => {
    expect(taken(toDecision(), { action: 'approve', actor: mori })).toMatchObject({
      state: { stage: 'granted' },
      effects: [
        { kind: 'message', template: 'decided' },
        { kind: 'notice', template: 'grant-decision' },
      ],
    });
  });

  it('leaves the state it was given as it was', () => {
    const before = toReview();
    const copy = structuredClone(before);
    taken(before, pass);
    expect(before).toEqual(copy);
  });

  it('keeps the reasons of the latest action', () => {
    const sent: Command = {
      action: 'send_back',
      actor: mori,
      reason: '金額の根拠',
      publicReason: '確かめ直します。',
    };
    expect(taken(toDecision(), sent).state).toMatchObject({
      stage: 'first_review',
      reason: '金額の根拠',
      publicReason: '確かめ直します。',
    });
  });
});

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

describe('correction', () => {
  it('keeps what to correct, by when, and where the answer comes back to', () => {
    expect(taken(toReview(), askName).state).toMatchObject({
      stage: 'correction',
      correctionCount: 1,
      correction: {
        targets: [{ path: '/store/name', comment: '許可証のとおりに書いてください。' }],
        note: 'お手数ですがお願いします。',
        dueOn: '2021-11-15',
        requestedAt: monday,
        origin: 'first_review',
      },
    });
  });

  it('comes back to the stage that asked, asks the automatic checks again and keeps the count', () => {
    const corrected = { ...application, answers: { ...application.answers, sales: { rows: [], total: 0 } } };
    const asked = taken(toReview(), askName).state;
    const { state } = taken(
      asked,
      { action: 'resubmit', actor: applicant },
      '2021-11-10T09:00:00+09:00',
      corrected,
    );
    expect(state).toMatchObject({
      stage: 'first_review',
      correction: null,
      correctionCount: 1,
      dueOn: '2021-11-25',
    });
    expect(state.checks.map(({ id, passed }) => [id, passed])).toEqual([
      ['has-sales', false],
      ['not-new', true],
    ]);
  });

  it('offers what depends on how often a correction was asked', () => {
    const once = taken(taken(toReview(), askName).state, { action: 'resubmit', actor: applicant }).state;
    const twice = taken(once, askName).state;
    const offered = availableActions(smallProcedure, twice, sato, application, monday);
    expect(offered.map(({ action }) => action.name)).toEqual(['close']);
  });

  it('may ask for one row of a repeat', () => {
    const row: Command = {
      ...askName,
      targets: [{ path: '/sales/rows/1/amount', comment: '帳簿と違います。' }],
    };
    expect(taken(toReview(), row).state.stage).toBe('correction');
  });
});

describe('what a person is offered', () => {
  const offered = (state: WorkflowState, actor = sato) =>
    availableActions(smallProcedure, state, actor, application, monday).map(({ action, refusal }) => [
      action.name,
      refusal?.code ?? 'ready',
    ]);

  it('leaves out what belongs to others', () => {
    expect(offered(toReview())).toEqual([
      ['pass', 'ready'],
      ['ask_correction', 'ready'],
    ]);
    expect(offered(toReview(), mori)).toEqual([]);
    expect(offered(toReview(), applicant)).toEqual([['withdraw', 'ready']]);
  });

  it('shows what four-eyes forbids, with the reason', () => {
    expect(offered(toDecision())).toEqual([
      ['approve', 'four-eyes'],
      ['refuse', 'ready'],
      ['send_back', 'ready'],
    ]);
  });

  it('offers nothing at the end', () => {
    expect(offered(taken(toReview(), { action: 'withdraw', actor: applicant }).state)).toEqual([]);
  });
});

describe('hold', () => {
  const rest = { reason: '県の許可台帳を照会中', ownerId: 'sato', reviewOn: '2021-11-12' };

  it('rests with a reason, an owner and a day to look again, and is written in the history', () => {
    expect(holdApplication(smallProcedure, toReview(), rest, sato, monday)).toMatchObject({
      ok: true,
      state: { stage: 'first_review', hold: rest },
      effects: [],
      history: [{ type: 'held', from: 'first_review', to: 'first_review', reason: '県の許可台帳を照会中' }],
    });
  });

  const held = () => {
    const result = holdApplication(smallProcedure, toReview(), rest, sato, monday);
    if (!result.ok) throw new Error(result.code);
    return result.state;
  };

  it('binds staff and says who holds it, but never the applicant', () => {
    expect(take(held(), pass)).toEqual({
      ok: false,
      code: 'on-hold',
      params: { owner: 'sato', reviewOn: '2021-11-12' },
    });
    expect(taken(held(), { action: 'withdraw', actor: applicant }).state).toMatchObject({
      stage: 'withdrawn',
      hold: null,
    });
  });

  it('is released once', () => {
    const released = releaseHold(smallProcedure, held(), sato, monday);
    expect(released).toMatchObject({ ok: true, state: { hold: null }, history: [{ type: 'released' }] });
    expect(releaseHold(smallProcedure, toReview(), sato, monday)).toMatchObject({
      code: 'action-not-available',
    });
  });

  it.each([
    ['without a reason', { ...rest, reason: ' ' }, sato, 'reason-required'],
    ['without an owner', { ...rest, ownerId: '' }, sato, 'fields-invalid'],
    ['until a day that does not exist', { ...rest, reviewOn: '2021-13-01' }, sato, 'fields-invalid'],
    ['by someone whose stage it is not', rest, mori, 'role-missing'],
  ])('is refused %s', (_name, hold, actor, code) => {
    expect(holdApplication(smallProcedure, toReview(), hold, actor, monday)).toMatchObject({
      ok: false,
      code,
    });
  });

  it('is refused twice, while the applicant corrects, and at the end', () => {
    expect(holdApplication(smallProcedure, held(), rest, sato, monday)).toMatchObject({ code: 'on-hold' });
    const asked = taken(toReview(), askName).state;
    expect(holdApplication(smallProcedure, asked, rest, sato, monday)).toMatchObject({
      code: 'action-not-available',
    });
    const ended = taken(toReview(), { action: 'withdraw', actor: applicant }).state;
    expect(holdApplication(smallProcedure, ended, rest, sato, monday)).toMatchObject({
      code: 'already-final',
    });
  });
});
