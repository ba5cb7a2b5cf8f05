import { describe, expect, it } from '@jest/globals';
import { compileWorkflow } from '../../../src/engine/workflow/compile-workflow.js';
import { broken, found, stages } from './broken-workflow.js';
import { compileSmall, smallForm, smallNames, smallWorkflow, workflowOf } from './small-procedure.js';

describe('a workflow that is sound', () => {
  const workflow = workflowOf(smallWorkflow);

  it('becomes stages with their actions, in the order of the file', () => {
    expect(
      [...workflow.stages.values()].map(({ name, kind, actions }) => [name, kind, [...actions.keys()]]),
    ).toEqual([
      ['automatic_check', 'check', []],
      ['first_review', 'review', ['pass', 'ask_correction', 'withdraw']],
      ['correction', 'correction', ['resubmit', 'close']],
      ['decision', 'approval', ['approve', 'refuse', 'send_back']],
      ['granted', 'final', []],
      ['refused', 'final', []],
      ['withdrawn', 'final', []],
    ]);
  });

  it('fills in what the file may leave out', () => {
    const review = workflow.stages.get('first_review');
    expect(review).toMatchObject({ role: 'reviewer', clock: 'runs', outcome: null, routes: [], checks: [] });
    expect(review?.actions.get('withdraw')).toMatchObject({
      by: 'applicant',
      roles: [],
      tone: 'plain',
      when: null,
      notActorOf: [],
      requires: {
        reason: false,
        publicReason: false,
        publicReasonMinLength: 0,
        targets: false,
        fields: null,
      },
      effects: [],
    });
    expect(workflow.stages.get('correction')).toMatchObject({ clock: 'stops', role: null });
    expect(workflow.stages.get('decision')?.actions.get('refuse')?.requires).toMatchObject({
      publicReason: true,
      publicReasonMinLength: 20,
    });
  });

  it('has the effects of the arrival', () => {
    expect(workflow.onArrival).toEqual([
      { kind: 'message', template: 'received' },
      { kind: 'notice', template: 'arrival-receipt' },
    ]);
  });

  it('may read answers, checks, staff fields, corrections and the application in its conditions', () => {
    const when =
      'staff.pass.amount > 100 and application.submitted_on <= today and corrections < 3 and checks.failed_count = 0 and store.kind = "chain"';
    expect(compileSmall(broken('stages.decision.actions.approve.when', when)).problems).toEqual([]);
  });
});

describe('the shape of the file', () => {
  it('is JSON', () => {
    const { problems } = compileWorkflow('{ "start": }', { scope: smallForm.scope, ...smallNames });
    expect(problems.map(({ path, code }) => [path, code])).toEqual([['workflow.json#1', 'json-syntax']]);
  });

  it.each<[name: string, path: string, value: unknown, expected: unknown]>([
    [
      'an unknown key, with the one that was meant',
      'stages.decision.actions.approve.efects',
      [],
      [
        [
          `${stages}/decision/actions/approve/efects`,
          'unknown-key',
          { key: 'efects', suggestion: 'effects' },
        ],
      ],
    ],
    [
      'a missing title',
      'stages.granted.title',
      undefined,
      [[`${stages}/granted`, 'missing-key', { key: 'title' }]],
    ],
    [
      'a title that is no text',
      'stages.granted.title',
      7,
      [[`${stages}/granted/title`, 'wrong-shape', { expected: 'text' }]],
    ],
    [
      'a missing public status',
      'stages.granted.publicStatus',
      undefined,
      [[`${stages}/granted`, 'missing-key', { key: 'publicStatus' }]],
    ],
    [
      'a due time of no days',
      'stages.first_review.dueWorkingDays',
      0,
      [
        [
          `${stages}/first_review/dueWorkingDays`,
          'wrong-shape',
          { expected: 'whole-number', from: 1, to: 1000 },
        ],
      ],
    ],
    [
      'a tone there is not',
      'stages.first_review.actions.pass.tone',
      'primry',
      [
        [
          `${stages}/first_review/actions/pass/tone`,
          'unknown-choice',
          { choices: 'primary, danger, plain', value: 'primry', suggestion: 'primary' },
        ],
      ],
    ],
    [
      'a key of other kinds of stage',
      'stages.granted.dueWorkingDays',
      5,
      [
        [
          `${stages}/granted/dueWorkingDays`,
          'key-not-for-stage-kind',
          { key: 'dueWorkingDays', kind: 'final' },
        ],
      ],
    ],
    [
      'an effect that names nothing',
      'stages.decision.actions.approve.effects',
      [{}],
      [[`${stages}/decision/actions/approve/effects/0`, 'effect-names-one-template', {}]],
    ],
    [
      'a public reason of no characters',
      'stages.decision.actions.refuse.requires.publicReason',
      0,
      [
        [
          `${stages}/decision/actions/refuse/requires/publicReason`,
          'wrong-shape',
          { expected: 'whole-number', from: 1, to: 1000 },
        ],
      ],
    ],
    [
      'roles of an action of the applicant',
      'stages.correction.actions.resubmit.roles',
      ['reviewer'],
      [[`${stages}/correction/actions/resubmit/roles`, 'roles-of-applicant-action', { action: 'resubmit' }]],
    ],
    [
      'an action of staff that nobody may take',
      'stages.correction.actions.close.roles',
      undefined,
      [[`${stages}/correction/actions/close`, 'missing-key', { key: 'roles' }]],
    ],
    [
      'a correction without a time to answer',
      'stages.correction.dueWorkingDays',
      undefined,
      [[`${stages}/correction`, 'missing-key', { key: 'dueWorkingDays' }]],
    ],
    [
      'a final stage without an outcome',
      'stages.granted.outcome',
      undefined,
      [[`${stages}/granted`, 'missing-key', { key: 'outcome' }]],
    ],
    [
      'a stage nobody owns',
      'stages.decision.role',
      undefined,
      [[`${stages}/decision`, 'missing-key', { key: 'role' }]],
    ],
  ])('reports %s', (_name, path, value, expected) => {
    expect(found(compileSmall(broken(path, value)).problems)).toEqual(expected);
  });

  it('reports a name that could not be a word in an expression', () => {
    const { problems } = compileSmall(broken('roles.constructor', { title: '役' }));
    expect(found(problems)).toEqual([
      ['workflow.json#/roles/constructor', 'unsafe-name', { name: 'constructor' }],
    ]);
  });
});

describe('names', () => {
  it.each<[name: string, path: string, value: unknown, expected: readonly unknown[]]>([
    [
      'a start that is no stage',
      'start',
      'automatic_chek',
      ['workflow.json#/start', 'start-unknown', { name: 'automatic_chek', suggestion: 'automatic_check' }],
    ],
    [
      'a role nobody has',
      'stages.decision.role',
      'aprover',
      [`${stages}/decision/role`, 'role-unknown', { name: 'aprover', suggestion: 'approver' }],
    ],
    [
      'a role of an action nobody has',
      'stages.correction.actions.close.roles',
      ['mayor'],
      [`${stages}/correction/actions/close/roles/0`, 'role-unknown', { name: 'mayor' }],
    ],
    [
      'a stage of four-eyes there is not',
      'stages.decision.actions.approve.notActorOf',
      ['first_revue'],
      [
        `${stages}/decision/actions/approve/notActorOf/0`,
        'stage-unknown',
        { name: 'first_revue', suggestion: 'first_review' },
      ],
    ],
    [
      'a message there is not',
      'stages.decision.actions.approve.effects',
      [{ message: 'decidd' }],
      [
        `${stages}/decision/actions/approve/effects/0/message`,
        'template-unknown',
        { name: 'decidd', suggestion: 'decided' },
      ],
    ],
    [
      'a notice of the arrival there is not',
      'onArrival',
      [{ notice: 'receipt-of-arrival-by-post' }],
      ['workflow.json#/onArrival/0/notice', 'template-unknown', { name: 'receipt-of-arrival-by-post' }],
    ],
    [
      'a criterion that procedure.json does not have',
      'stages.automatic_check.checks.0.criterion',
      'sale',
      [
        `${stages}/automatic_check/checks/0/criterion`,
        'criterion-unknown',
        { name: 'sale', suggestion: 'sales' },
      ],
    ],
    [
      'two checks of one name',
      'stages.automatic_check.checks.1.id',
      'has-sales',
      [`${stages}/automatic_check/checks/1/id`, 'duplicate-id', { id: 'has-sales' }],
    ],
    [
      'two reasons of one code',
      'reasons',
      [
        { code: 'a', title: 'あ', text: 'あ' },
        { code: 'a', title: 'い', text: 'い' },
      ],
      ['workflow.json#/reasons/1/code', 'duplicate-id', { id: 'a' }],
    ],
    [
      'a misspelt field in a condition',
      'stages.automatic_check.routes.0.when',
      'sales.totl > 0',
      [
        `${stages}/automatic_check/routes/0/when`,
        'expression-unknown-field',
        expect.objectContaining({ name: 'totl', suggestion: 'total' }),
      ],
    ],
    [
      'a staff field nobody fills in',
      'stages.decision.actions.approve.when',
      'staff.pass.amout > 0',
      [
        `${stages}/decision/actions/approve/when`,
        'expression-unknown-field',
        expect.objectContaining({ name: 'amout', suggestion: 'amount' }),
      ],
    ],
    [
      'a condition that is a number',
      'stages.decision.actions.approve.when',
      'sales.total',
      [
        `${stages}/decision/actions/approve/when`,
        'condition-not-boolean',
        { source: 'sales.total', actual: 'number' },
      ],
    ],
  ])('reports %s', (_name, path, value, expected) => {
    expect(found(compileSmall(broken(path, value)).problems)).toEqual([expected]);
  });
});

it('reports everything at once', () => {
  const { workflow, problems } = compileSmall({ start: 'x', stages: { a: { kind: 'reviw', titel: 'あ' } } });
  expect(workflow).toBeUndefined();
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'workflow.json# missing-key',
    `${stages}/a/titel unknown-key`,
    `${stages}/a/kind unknown-choice`,
    `${stages}/a missing-key`,
    `${stages}/a missing-key`,
    `${stages}/a missing-key`,
    'workflow.json#/start start-unknown',
    `${stages}/a stage-without-way-out`,
  ]);
});
