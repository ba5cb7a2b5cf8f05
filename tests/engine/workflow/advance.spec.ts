import { describe, expect, it } from '@jest/globals';
import { availableActions } from '../../../src/engine/workflow/available-actions.js';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import {
  applicant,
  application,
  mori,
  sato,
  smallProcedure,
  smallWorkflow,
  workflowOf,
} from './small-procedure.js';
import { arrive, askName, friday, monday, pass, taken, toDecision, toReview } from './taking.js';
import type { Command } from '../../../src/engine/workflow/review-state.js';

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
        approvals: [],
        team: null,
        timersFired: [],
        extendedDays: 0,
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
          role: null,
          onBehalfOf: null,
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
          role: null,
          onBehalfOf: null,
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
        role: 'reviewer',
        onBehalfOf: null,
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

  it('keeps a row by its id, however it was named', () => {
    const rows = [{ amount: 400000 }, { _id: 'k3f9', amount: 200000 }];
    const facts = { ...application, answers: { ...application.answers, sales: { rows, total: 600000 } } };
    const asked = ['/sales/rows/1/amount', '/sales/rows/@k3f9', '/sales/rows/0/amount'];
    const targets = asked.map((path) => ({ path, comment: '違います。' }));
    const { state } = taken(toReview(), { ...askName, targets }, monday, facts);
    expect(state.correction?.targets.map(({ path }) => path)).toEqual([
      '/sales/rows/@k3f9/amount',
      '/sales/rows/@k3f9',
      '/sales/rows/0/amount',
    ]);
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

  it('judges the corrected answers by the day of submission, not of the correction', () => {
    const stages = structuredClone(smallWorkflow.stages);
    stages.automatic_check.checks[1] = {
      ...stages.automatic_check.checks[1],
      id: 'submitted-in-time',
      title: '期限内',
      message: '期限を過ぎています。',
      expression: 'today <= date("2021-11-05")',
    };
    const procedure = { ...smallProcedure, workflow: workflowOf({ ...smallWorkflow, stages }) };
    const { state: arrived } = startWorkflow(procedure, application, friday, applicant);
    const asked = advance(procedure, arrived, askName, application, monday);
    const back =
      asked.ok &&
      advance(procedure, asked.state, { action: 'resubmit', actor: applicant }, application, monday);
    expect(back && back.ok && back.state.checks.map(({ id, passed }) => [id, passed])).toEqual([
      ['has-sales', true],
      ['submitted-in-time', true],
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
