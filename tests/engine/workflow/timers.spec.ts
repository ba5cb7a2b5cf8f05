import { describe, expect, it } from '@jest/globals';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { fireTimer, nextTimer } from '../../../src/engine/workflow/timers.js';
import type { Advance, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import { found } from './broken-workflow.js';
import { circuit, compileChanged } from './circuit.js';
import { applicant, application, sato, smallWorkflow } from './small-procedure.js';
import { askName, friday, monday } from './taking.js';

const remind = {
  title: '期限が近いことのお知らせ',
  on: { from: 'due', workingDays: -3 },
  effects: [{ message: 'correction-request' }],
};
const expire = {
  title: '期限が過ぎた',
  on: { from: 'due', days: 1 },
  routes: [{ to: 'first_review' }],
  reason: '補正の期限が過ぎた。',
  publicReason: '期限までに補正がなかったため、審査を再開します。',
};
const withTimers = circuit({ 'stages.correction.timers': { remind, expire } });

/** Asked on Monday 8 November; five working days later, on the 15th, it is due. */
function toCorrection(procedure = withTimers): WorkflowState {
  const arrived = startWorkflow(procedure, application, friday, applicant).state;
  const asked = advance(procedure, arrived, askName, application, monday);
  if (!asked.ok) throw new Error(asked.code);
  return asked.state;
}

const fire = (state: WorkflowState, timer: string, now: string, procedure = withTimers) =>
  fireTimer(procedure, state, timer, application, now);

function fired(...given: Parameters<typeof fire>): Advance {
  const result = fire(...given);
  if (!result.ok) throw new Error(result.code);
  return result;
}

describe('timers of a correction', () => {
  it('come in the order of their days, at midnight in Japan', () => {
    const state = toCorrection();
    expect(state.dueOn).toBe('2021-11-15');
    expect(nextTimer(withTimers, state, application)).toEqual({
      timer: 'remind',
      at: '2021-11-10T00:00:00+09:00',
    });
    const reminded = fired(state, 'remind', '2021-11-09T15:00:00Z').state;
    expect(nextTimer(withTimers, reminded, application)).toEqual({
      timer: 'expire',
      at: '2021-11-16T00:00:00+09:00',
    });
  });

  it('remind without moving the application', () => {
    const state = toCorrection();
    expect(fired(state, 'remind', '2021-11-10T00:00:00+09:00')).toEqual({
      ok: true,
      state: { ...state, timersFired: ['remind'] },
      effects: [{ kind: 'message', template: 'correction-request' }],
      history: [
        {
          at: '2021-11-10T00:00:00+09:00',
          type: 'timer',
          from: 'correction',
          to: 'correction',
          action: 'remind',
          actor: { kind: 'system', id: 'system' },
          role: null,
          onBehalfOf: null,
          reason: null,
          publicReason: null,
        },
      ],
    });
  });

  it('move it with the reasons of the file', () => {
    const late = '2021-11-16T00:00:10+09:00';
    const reminded = fired(toCorrection(), 'remind', late).state;
    expect(fired(reminded, 'expire', late)).toMatchObject({
      state: { stage: 'first_review', correction: null, timersFired: [], enteredAt: late },
      history: [{ type: 'timer', to: 'first_review', action: 'expire', publicReason: expire.publicReason }],
    });
  });

  it.each([
    ['one that is not due yet', 'remind', '2021-11-09T23:59:59+09:00', 'timer-not-due'],
    ['one before whose turn another is', 'expire', '2021-11-20T00:00:00+09:00', 'timer-not-due'],
    ['one there is not', 'resmind', '2021-11-20T00:00:00+09:00', 'timer-unknown'],
  ])('refuse %s', (_which, timer, now, code) => {
    expect(fire(toCorrection(), timer, now)).toMatchObject({ ok: false, code });
  });

  it('fire once', () => {
    const { state } = fired(toCorrection(), 'remind', '2021-11-10T00:00:00+09:00');
    expect(fire(state, 'remind', '2021-11-10T00:00:00+09:00')).toMatchObject({ code: 'timer-not-due' });
  });

  it('are gone once the applicant has answered', () => {
    const answered = advance(
      withTimers,
      toCorrection(),
      { action: 'resubmit', actor: applicant },
      application,
      '2021-11-09T10:00:00+09:00',
    );
    expect(answered.ok && nextTimer(withTimers, answered.state, application)).toBe(null);
  });

  it('count anew when the applicant gets more time', () => {
    const longer = circuit({
      'stages.correction.timers': { remind },
      'stages.correction.actions.extend': {
        title: '期限を延ばす',
        roles: ['reviewer'],
        requires: { targets: false },
        routes: [{ to: 'correction' }],
      },
    });
    const reminded = fired(toCorrection(longer), 'remind', '2021-11-10T09:00:00+09:00', longer).state;
    const extended = advance(
      longer,
      reminded,
      { action: 'extend', actor: sato },
      application,
      '2021-11-11T09:00:00+09:00',
    );
    expect(extended.ok && nextTimer(longer, extended.state, application)).toEqual({
      timer: 'remind',
      at: '2021-11-15T00:00:00+09:00',
    });
  });
});

describe('the day of a timer', () => {
  const effects = [{ message: 'decided' }];
  const dayOf = (on: object, more: object = {}) => {
    const procedure = circuit({
      'stages.first_review.timers': { nudge: { title: '催促', on, effects, ...more } },
    });
    const { state } = startWorkflow(procedure, application, friday, applicant);
    return nextTimer(procedure, state, application)?.at.slice(0, 10) ?? null;
  };

  it.each([
    ['working days from the start of the stay', { from: 'entered', workingDays: 2 }, '2021-11-09'],
    ['calendar days from it', { from: 'entered', days: 2 }, '2021-11-07'],
    ['days from the arrival', { from: 'arrived', days: 30 }, '2021-12-05'],
    ['the due day itself', { from: 'due', days: 0 }, '2021-11-19'],
    ['a date that an expression gives', { date: 'date("2022-03-31") - duration("P7D")' }, '2022-03-24'],
    ['none, while the expression has no date', { date: 'staff.pass.confirmed_on' }, null],
  ])('is %s', (_what, on, day) => {
    expect(dayOf(on)).toBe(day);
  });

  it('has to fulfil the condition, of which it is the today', () => {
    const on = { from: 'entered', days: 2 };
    expect(dayOf(on, { when: 'today = date("2021-11-07")' })).toBe('2021-11-07');
    expect(dayOf(on, { when: 'today > date("2021-11-07")' })).toBe(null);
    expect(dayOf(on, { when: 'staff.pass.amount > 0' })).toBe(null);
  });
});

describe('a certificate that runs out', () => {
  it('reminds after the end, and the end stays the end', () => {
    const procedure = circuit({
      'stages.granted.timers': {
        month_before: {
          title: '30日前',
          on: { date: 'store.opened_on + duration("P7Y") - duration("P30D")' },
          effects: [{ message: 'decided' }],
        },
      },
    });
    const state = { ...startWorkflow(procedure, application, friday, applicant).state, stage: 'granted' };
    expect(nextTimer(procedure, state, application)).toEqual({
      timer: 'month_before',
      at: '2022-03-02T00:00:00+09:00',
    });
    expect(fire(state, 'month_before', '2022-03-02T00:00:00+09:00', procedure)).toMatchObject({
      state: { stage: 'granted', timersFired: ['month_before'] },
    });
    expect(advance(procedure, state, { action: 'approve', actor: sato }, application, monday)).toMatchObject({
      code: 'already-final',
    });
  });
});

describe('a timer with a mistake', () => {
  const of = (stage: string, timer: object) =>
    found(compileChanged({ [`stages.${stage}.timers`]: { t: timer } }).problems).map(([path, code]) => [
      path,
      code,
    ]);
  const at = (stage: string) => `workflow.json#/stages/${stage}/timers/t`;
  const { reason, publicReason, ...silent } = expire;

  it.each([
    ['does nothing', 'first_review', { ...remind, effects: [] }, '', 'timer-does-nothing'],
    ['says no day', 'first_review', { ...remind, on: { from: 'entered' } }, '/on', 'timer-moment'],
    [
      'says two days',
      'first_review',
      { ...remind, on: { from: 'entered', days: 1, workingDays: 1 } },
      '/on',
      'timer-moment',
    ],
    ['counts from nothing', 'first_review', { ...remind, on: { days: 1 } }, '/on', 'timer-moment'],
    [
      'takes a text for a date',
      'first_review',
      { ...remind, on: { date: 'store.name' } },
      '/on/date',
      'expression-wrong-result',
    ],
    ['counts from a due day there is not', 'decision', remind, '/on', 'timer-without-due'],
    [
      'fires as the stay begins',
      'first_review',
      { ...remind, on: { from: 'entered', days: 0 } },
      '/on',
      'timer-at-once',
    ],
    [
      'fires before the stay begins',
      'correction',
      { ...remind, on: { from: 'due', workingDays: -5 } },
      '/on',
      'timer-at-once',
    ],
    ['moves on from the end', 'granted', expire, '/routes', 'timer-moves-final'],
    [
      'gives reasons for nothing',
      'correction',
      { ...remind, reason: '理由' },
      '',
      'timer-reason-without-route',
    ],
    ['refuses', 'correction', { ...expire, routes: [{ to: 'refused' }] }, '/routes', 'timer-decides'],
    [
      'asks for a correction',
      'first_review',
      { ...expire, routes: [{ to: 'correction' }] },
      '/routes/0',
      'correction-without-targets',
    ],
    [
      'leads nowhere',
      'correction',
      { ...expire, routes: [{ to: 'frst_review' }] },
      '/routes/0/to',
      'route-target-unknown',
    ],
    [
      'has no default',
      'correction',
      { ...expire, routes: [{ when: 'warnings = 0', to: 'first_review' }] },
      '/routes',
      'default-route-missing',
    ],
    [
      'sends what there is not',
      'correction',
      { ...remind, effects: [{ message: 'remind' }] },
      '/effects/0/message',
      'template-unknown',
    ],
    [
      'reads what there is not',
      'correction',
      { ...remind, when: 'store.nam = "x"' },
      '/when',
      'expression-unknown-field',
    ],
  ])('%s', (_what, stage, timer, place, code) => {
    expect(of(stage, timer)).toContainEqual([`${at(stage)}${place}`, code]);
  });

  it('moves back in silence', () => {
    const back = { ...silent, on: { from: 'entered', days: 30 }, routes: [{ to: 'first_review' }] };
    expect(of('decision', back)).toEqual([[at('decision'), 'backward-without-reasons']]);
    expect(of('decision', { ...back, reason, publicReason })).toEqual([]);
  });

  it('goes in circles with another', () => {
    const on = { from: 'entered', days: 1 };
    const there = { title: '先へ', on, routes: [{ to: 'decision' }] };
    const back = { title: '前へ', on, routes: [{ to: 'first_review' }], reason, publicReason };
    const { problems } = compileChanged({
      'stages.first_review.timers': { there },
      'stages.decision.timers': { back },
    });
    expect(problems.map(({ path, code }) => [path.split('/').slice(2, 5).join('/'), code])).toEqual([
      ['first_review/timers/there', 'timer-cycle'],
      ['decision/timers/back', 'timer-cycle'],
    ]);
  });

  it('is no way out, when it may never fire', () => {
    const waiting = { ...smallWorkflow.stages.decision, actions: {} };
    const only = (on: object) =>
      compileChanged({
        'stages.decision': { ...waiting, timers: { on: { title: '先へ', on, routes: [{ to: 'granted' }] } } },
        'stages.refused': undefined,
        'stages.correction.actions.close': undefined,
      }).problems.map(({ code }) => code);
    expect(only({ from: 'entered', days: 10 })).toEqual([]);
    expect(only({ date: 'store.opened_on' })).toEqual(['stage-without-way-out']);
  });
});
