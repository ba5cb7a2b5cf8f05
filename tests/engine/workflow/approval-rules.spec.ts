import { describe, expect, it } from '@jest/globals';
import { found } from './broken-workflow.js';
import type { Changes } from './circuit.js';
import { circuit, compileChanged, serial } from './circuit.js';

const stages = 'workflow.json#/stages';
const steps = [
  { role: 'chief', title: '係長' },
  { role: 'manager', title: '課長' },
];
const roles = { 'roles.chief': { title: '係長' }, 'roles.manager': { title: '課長' } };
const problems = (changes: Changes) => found(compileChanged(changes).problems);

describe('approvers', () => {
  it('take the stage’s other actions beside its role, unless an action names roles', () => {
    const decision = circuit(serial).workflow.stages.get('decision');
    expect(decision?.actions.get('approve')?.roles).toEqual(['chief', 'manager']);
    expect(decision?.actions.get('send_back')?.roles).toEqual(['approver', 'chief', 'manager']);
  });

  it('are all needed unless the file says how many', () => {
    expect(circuit(serial).workflow.stages.get('decision')?.approvers?.needed).toBe(2);
  });

  it.each<[string, Changes, unknown]>([
    [
      'have nothing to say yes with',
      { ...serial, 'stages.decision.actions.approve.approves': undefined },
      [`${stages}/decision/approvers`, 'approval-missing', { stage: 'decision' }],
    ],
    [
      'have two ways to say yes',
      { ...serial, 'stages.decision.actions.refuse.approves': true },
      [
        `${stages}/decision/actions/refuse/approves`,
        'approval-twice',
        { action: 'refuse', first: 'approve' },
      ],
    ],
    [
      'are not there for an action that approves',
      { 'stages.decision.actions.approve.approves': true },
      [
        `${stages}/decision/actions/approve/approves`,
        'approves-without-approvers',
        { action: 'approve', stage: 'decision' },
      ],
    ],
    [
      'have an action that names other roles',
      { ...serial, 'stages.decision.actions.approve.roles': ['approver'] },
      [`${stages}/decision/actions/approve/roles`, 'roles-of-approval', { action: 'approve' }],
    ],
    [
      'might none of them be needed',
      {
        ...serial,
        'stages.decision.approvers.steps': steps.map((step) => ({ ...step, when: 'sales.total > 0' })),
      },
      [`${stages}/decision/approvers/steps`, 'approvers-never-needed', {}],
    ],
    [
      'count in serial order',
      { ...serial, 'stages.decision.approvers': { order: 'serial', needed: 1, steps } },
      [`${stages}/decision/approvers/needed`, 'needed-in-serial', {}],
    ],
    [
      'are fewer than are needed',
      { ...roles, ...serial, 'stages.decision.approvers': { order: 'parallel', needed: 3, steps } },
      [`${stages}/decision/approvers/needed`, 'wrong-shape', { expected: 'whole-number', from: 1, to: 2 }],
    ],
    [
      'have a role there is not',
      { ...serial, 'roles.manager': undefined },
      [`${stages}/decision/approvers/steps/1/role`, 'role-unknown', { name: 'manager' }],
    ],
    [
      'are none',
      { ...serial, 'stages.decision.approvers': { order: 'serial', steps: [] } },
      [`${stages}/decision/approvers`, 'missing-key', { key: 'steps' }],
    ],
    [
      'decide where nothing is decided',
      { 'stages.first_review.approvers': { order: 'serial', steps: [{ role: 'approver', title: '課長' }] } },
      [`${stages}/first_review/approvers`, 'key-not-for-stage-kind', { key: 'approvers', kind: 'review' }],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(problems(changes)).toContainEqual(expected);
  });
});

describe('a role that only recommends', () => {
  const outsourced = { 'roles.reviewer': { title: '審査員（委託）', recommendOnly: true } };

  it('may check, ask for corrections and pass on', () => {
    const { problems: all } = compileChanged({ ...outsourced, 'stages.correction.actions.close': undefined });
    expect(all).toEqual([]);
  });

  it('may not end a case, not even through an automatic stage', () => {
    expect(problems(outsourced)).toEqual([
      [
        `${stages}/correction/actions/close/routes`,
        'recommend-only-decides',
        { role: 'reviewer', target: 'refused' },
      ],
    ]);
    const automatic = {
      kind: 'check',
      title: '最終の点検',
      publicStatus: { label: '点検中', explanation: '点検しています。', tone: 'progress' },
      routes: [{ to: 'granted' }],
    };
    const through = {
      'stages.last_check': automatic,
      'stages.first_review.actions.pass.routes': [{ to: 'last_check' }],
    };
    expect(problems({ ...outsourced, ...through, 'stages.correction.actions.close': undefined })).toEqual([
      [
        `${stages}/first_review/actions/pass/routes`,
        'recommend-only-decides',
        { role: 'reviewer', target: 'granted' },
      ],
    ]);
  });

  it('may not approve', () => {
    const chief = { 'roles.chief': { title: '係長', recommendOnly: true } };
    expect(problems({ ...serial, ...chief })).toContainEqual([
      `${stages}/decision/approvers/steps/0/role`,
      'recommend-only-approves',
      { role: 'chief' },
    ]);
    const approver = { 'roles.approver': { title: '決裁者', recommendOnly: true } };
    expect(problems(approver)).toContainEqual([
      `${stages}/decision/role`,
      'recommend-only-approves',
      { role: 'approver' },
    ]);
  });
});

describe('due times and extensions', () => {
  it('may be counted in calendar days, but not in both', () => {
    expect(problems({ 'stages.first_review.dueDays': 14 })).toEqual([
      [`${stages}/first_review/dueDays`, 'two-due-times', {}],
    ]);
    const calendar = circuit({
      'stages.correction.dueWorkingDays': undefined,
      'stages.correction.dueDays': 14,
    });
    expect(calendar.workflow.stages.get('correction')).toMatchObject({ dueWorkingDays: null, dueDays: 14 });
  });

  it('are extended only with a reason for the applicant', () => {
    const extend = { title: '延長する', extends: { days: 30 }, routes: [{ to: 'first_review' }] };
    expect(problems({ 'stages.first_review.actions.extend': extend })).toEqual([
      [`${stages}/first_review/actions/extend/extends`, 'extension-without-reason', { action: 'extend' }],
    ]);
  });
});

describe('a correction', () => {
  it('does not ask for another one before it is answered', () => {
    const more = {
      title: 'さらに補正を求める',
      roles: ['reviewer'],
      requires: { targets: true },
      routes: [{ to: 'more' }],
    };
    const second = {
      kind: 'correction',
      title: '二つ目の補正待ち',
      dueWorkingDays: 5,
      publicStatus: { label: '補正', explanation: '直してください。', tone: 'waiting' },
      actions: { resubmit_more: { title: '提出する', by: 'applicant', routes: [{ to: 'first_review' }] } },
    };
    expect(problems({ 'stages.correction.actions.more': more, 'stages.more': second })).toEqual([
      [
        `${stages}/correction/actions/more/routes/0`,
        'correction-in-correction',
        { stage: 'correction', target: 'more' },
      ],
    ]);
  });
});
