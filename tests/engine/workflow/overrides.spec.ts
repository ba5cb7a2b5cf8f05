import { describe, expect, it } from '@jest/globals';
import { advance } from '../../../src/engine/workflow/advance.js';
import { answersInForce, overridesInForce } from '../../../src/engine/workflow/answers-in-force.js';
import { compileWorkflow } from '../../../src/engine/workflow/compile-workflow.js';
import { endStaleOverrides } from '../../../src/engine/workflow/end-stale-overrides.js';
import { overrideValue } from '../../../src/engine/workflow/override-value.js';
import { workflowFacts } from '../../../src/engine/workflow/workflow-facts.js';
import { completeState } from '../../../src/engine/workflow/workflow-state.js';
import { compileForm } from '../../../src/engine/procedure/compile-form.js';
import type { Actor, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import { found } from './broken-workflow.js';
import { smallForm, smallNames, smallProcedure, smallWorkflow, workflowOf } from './small-procedure.js';

const now = '2021-11-10T09:00:00+09:00';
const overrides = [
  { field: 'sales.total', stages: ['first_review', 'decision'], minimum: 100, maximum: 5000 },
];
const procedure = { ...smallProcedure, workflow: workflowOf({ ...smallWorkflow, overrides }) };
const answers = {
  store: { name: '難波店', kind: 'single', opened_on: '2015-04-01' },
  sales: { rows: [{ amount: 100 }, { amount: 200 }], total: 300 },
};
const application = { answers, number: '1', submittedOn: '2021-11-05', warnings: 0 };
const inStage = (stage: string): WorkflowState => completeState({ stage, enteredAt: now, dueOn: null });
const person = (id: string, ...roles: string[]): Actor => ({ kind: 'staff', id, roles });
const change = (state: WorkflowState, value: unknown, more: object = {}) =>
  overrideValue(
    procedure,
    state,
    {
      field: 'sales.total',
      value,
      reason: '台帳と合わない',
      publicReason: '台帳の額に直しました。',
      actor: person('sato', 'reviewer'),
      ...more,
    },
    application,
    now,
  );
const done = (result: ReturnType<typeof change>): WorkflowState => {
  if (!result.ok) throw new Error(result.code);
  return result.state;
};

describe('a computed value that an official sets to another', () => {
  it('counts wherever the review reads it, and keeps what was computed', () => {
    const state = done(change(inStage('first_review'), 250));
    expect(answersInForce(procedure, state, application)['sales']).toEqual({
      rows: [{ amount: 100 }, { amount: 200 }],
      total: 250,
    });
    expect(workflowFacts(procedure, state, application, now)['overridden']).toEqual([
      {
        field: 'sales.total',
        title: '合計',
        computed: '300',
        value: '250',
        public_reason: '台帳の額に直しました。',
      },
    ]);
    expect(answers.sales.total).toBe(300);
  });

  it('is told by the history, by person and with both reasons', () => {
    const result = change(inStage('first_review'), 250);
    expect(result.ok && result.history).toMatchObject([
      {
        type: 'overridden',
        from: 'first_review',
        to: 'first_review',
        action: 'sales.total',
        actor: { kind: 'staff', id: 'sato' },
        reason: '台帳と合わない',
        publicReason: '台帳の額に直しました。',
      },
    ]);
  });

  it.each([
    ['not without a reason for colleagues', { reason: ' ' }, 'reason-required'],
    ['not without one for the applicant', { publicReason: '' }, 'public-reason-required'],
    ['not by a role that is not the stage’s', { actor: person('tanaka', 'approver') }, 'role-missing'],
    ['not below the limit of the rule', { value: 99 }, 'fields-invalid'],
    ['not above it', { value: 5001 }, 'fields-invalid'],
    ['not with half a yen', { value: 250.5 }, 'fields-invalid'],
    ['not to what it is already', { value: 300 }, 'override-unchanged'],
    ['not what no rule names', { field: 'store.name' }, 'action-not-available'],
  ])('%s', (_name, more, code) => {
    expect(change(inStage('first_review'), 250, more)).toMatchObject({ ok: false, code });
  });

  it('is changed again or taken back, and what stood before is kept', () => {
    const once = done(change(inStage('first_review'), 250));
    const twice = done(change(once, 260));
    const back = done(change(twice, null));
    expect(overridesInForce(back)).toEqual([]);
    expect(back.overrides?.map(({ value, ended }) => [value, ended?.because])).toEqual([
      [250, 'replaced'],
      [260, 'taken-back'],
    ]);
    expect(answersInForce(procedure, back, application)).toBe(answers);
    expect(change(back, null)).toMatchObject({ code: 'override-unchanged' });
  });

  it('keeps whoever set it from deciding, in their own name or in that of an absent colleague', () => {
    const state = done(change(inStage('decision'), 250, { actor: person('tanaka', 'approver') }));
    const approve = (actor: Actor) =>
      advance(procedure, state, { action: 'approve', actor }, application, now);
    expect(approve(person('tanaka', 'approver'))).toMatchObject({ code: 'own-override' });
    const lent = { standsInFor: [{ role: 'approver', personId: 'tanaka' }] };
    expect(approve({ ...person('ueda'), ...lent })).toMatchObject({ code: 'own-override' });
    expect(approve(person('yamada', 'approver'))).toMatchObject({ ok: true });
    const reasons = { reason: '確かめる', publicReason: 'もう一度確かめます。' };
    const command = { action: 'send_back', actor: person('tanaka', 'approver'), ...reasons };
    expect(advance(procedure, state, command, application, now)).toMatchObject({ ok: true });
  });

  it('ends when the applicant corrects what it was computed from, and only then', () => {
    const state = done(change(inStage('first_review'), 250));
    const renamed = { ...answers, store: { ...answers.store, name: '難波本店' } };
    expect(endStaleOverrides(procedure, state, answers, renamed, now).history).toEqual([]);
    // The same sum, made of other rows.
    const moved = { ...answers, sales: { rows: [{ amount: 150 }, { amount: 150 }], total: 300 } };
    const after = endStaleOverrides(procedure, state, answers, moved, now);
    expect(overridesInForce(after.state)).toEqual([]);
    expect(after.history).toMatchObject([{ type: 'override-ended', actor: { kind: 'system' } }]);
    const shorter = { ...answers, sales: { rows: [{ amount: 100 }], total: 100 } };
    expect(endStaleOverrides(procedure, state, answers, shorter, now).history).toHaveLength(1);
  });

  it('carries on into what is computed from it, in rows too, and into nothing else', () => {
    const compiled = compileForm({
      'procedure.json': JSON.stringify({ id: 'chain' }),
      'form.ui.json': '{}',
      'form.schema.json': JSON.stringify({
        type: 'object',
        properties: {
          a: {
            type: 'object',
            title: 'あ',
            properties: {
              base: { type: 'integer', title: 'もと' },
              day: { type: 'integer', title: '日額', 'x-compute': 'a.base * 2' },
              total: { type: 'integer', title: '合計', 'x-compute': 'a.day * 10' },
              other: { type: 'integer', title: 'ほか', 'x-compute': 'a.base + 1' },
              rows: {
                type: 'array',
                title: '行',
                maxItems: 2,
                items: {
                  type: 'object',
                  properties: {
                    n: { type: 'integer', title: '数' },
                    pay: { type: 'integer', title: '額', 'x-compute': 'row.n * a.day' },
                  },
                },
              },
            },
          },
        },
      }),
    });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const given = { a: { base: 5, day: 10, total: 100, other: 99, rows: [{ n: 3, pay: 30 }] } };
    const set = { field: 'a.day', value: 7, computed: 10, reason: '', publicReason: '', by: 'x' };
    const state = { overrides: [{ ...set, onBehalfOf: null, at: now, ended: null }] };
    expect(
      answersInForce({ form: compiled.form }, state, { answers: given, submittedOn: '2021-11-05' }),
    ).toEqual({ a: { base: 5, day: 7, total: 70, other: 99, rows: [{ n: 3, pay: 21 }] } });
  });
});

describe('the rules for it', () => {
  it('name what is computed, stages where somebody works, and roles that may decide', () => {
    const roles = { ...smallWorkflow.roles, reviewer: { title: '審査員', recommendOnly: true } };
    const wrong = {
      ...smallWorkflow,
      roles,
      overrides: [
        { field: 'store.name', stages: ['first_review'] },
        { field: 'sales.total', stages: ['correction', 'nowhere'], roles: ['reviewer'] },
        { field: 'sales.total', stages: ['decision'], minimum: '1' },
      ],
    };
    const computed = new Map([['sales.total', { type: 'integer' }]]);
    const { problems } = compileWorkflow(JSON.stringify(wrong), {
      scope: smallForm.scope,
      ...smallNames,
      computed,
    });
    const at = 'workflow.json#/overrides';
    expect(found(problems).filter(([path]) => String(path).startsWith(at))).toEqual([
      [`${at}/0/field`, 'override-not-computed', { name: 'store.name' }],
      [`${at}/2/minimum`, 'wrong-shape', { expected: 'number' }],
      [`${at}/0/stages/0`, 'override-by-recommender', { stage: 'first_review' }],
      [`${at}/1/stages/0`, 'override-without-staff', { stage: 'correction' }],
      [`${at}/1/stages/1`, 'stage-unknown', { name: 'nowhere' }],
      [`${at}/1/roles/0`, 'override-by-recommender', { stage: 'correction, nowhere' }],
    ]);
  });
});
