import { describe, expect, it } from '@jest/globals';
import { broken, final, found, stages } from './broken-workflow.js';
import { compileSmall, smallWorkflow } from './small-procedure.js';

describe('routes', () => {
  it.each<[name: string, path: string, value: unknown, expected: readonly unknown[]]>([
    [
      'a target that is no stage',
      'stages.first_review.actions.pass.routes',
      [{ to: 'desicion' }],
      [
        `${stages}/first_review/actions/pass/routes/0/to`,
        'route-target-unknown',
        { name: 'desicion', suggestion: 'decision' },
      ],
    ],
    [
      'a list without a default',
      'stages.first_review.actions.pass.routes',
      [{ when: 'warnings = 0', to: 'decision' }],
      [`${stages}/first_review/actions/pass/routes`, 'default-route-missing', {}],
    ],
    [
      'a route that can never be taken',
      'stages.first_review.actions.pass.routes',
      [{ to: 'decision' }, { when: 'warnings = 0', to: 'decision' }],
      [`${stages}/first_review/actions/pass/routes/1`, 'route-after-default', {}],
    ],
    [
      'a return to the origin of no correction',
      'stages.decision.actions.approve.routes',
      [{ when: 'warnings > 99', to: '@origin' }, { to: 'granted' }],
      [`${stages}/decision/actions/approve/routes/0/to`, 'origin-outside-correction', { stage: 'decision' }],
    ],
  ])('reports %s', (_name, path, value, expected) => {
    expect(found(compileSmall(broken(path, value)).problems)).toContainEqual(expected);
  });
});

describe('the way through', () => {
  it('reports a stage that nothing leads to', () => {
    const { problems } = compileSmall(broken('stages.lost', { ...final, outcome: 'approved' }));
    expect(found(problems)).toEqual([[`${stages}/lost`, 'stage-unreachable', { stage: 'lost' }]]);
  });

  it('reports a stage without a way out', () => {
    const { problems } = compileSmall(broken('stages.decision.actions', {}));
    expect(found(problems)).toContainEqual([
      `${stages}/decision`,
      'stage-without-way-out',
      { stage: 'decision' },
    ]);
  });

  it('reports stages that only lead round and round', () => {
    const toReview = {
      title: '戻す',
      requires: { reason: true, publicReason: true },
      routes: [{ to: 'waiting' }],
    };
    const waiting = {
      kind: 'waiting',
      title: '待ち',
      role: 'reviewer',
      publicStatus: final.publicStatus,
      actions: { on: { title: '次へ', routes: [{ to: 'second' }] } },
    };
    const second = { ...waiting, actions: { back: toReview } };
    const { problems } = compileSmall({
      ...smallWorkflow,
      stages: {
        ...smallWorkflow.stages,
        waiting,
        second,
        decision: { ...smallWorkflow.stages.decision, actions: { on: waiting.actions.on } },
      },
    });
    expect(found(problems)).toEqual(
      expect.arrayContaining([
        [`${stages}/waiting`, 'stage-never-ends', { stage: 'waiting' }],
        [`${stages}/second`, 'stage-never-ends', { stage: 'second' }],
        [`${stages}/decision`, 'stage-never-ends', { stage: 'decision' }],
      ]),
    );
  });

  it('reports automatic stages that would run for ever', () => {
    const { problems } = compileSmall(
      broken('stages.automatic_check.routes', [
        { when: 'warnings > 5', to: 'automatic_check' },
        { when: 'warnings = 0', to: 'decision' },
        { to: 'first_review' },
      ]),
    );
    expect(found(problems)).toEqual([
      [`${stages}/automatic_check/routes`, 'check-cycle', { stage: 'automatic_check' }],
    ]);
  });

  it('reports a move back without both reasons', () => {
    const { problems } = compileSmall(broken('stages.decision.actions.send_back.requires', { reason: true }));
    expect(found(problems)).toEqual([
      [
        `${stages}/decision/actions/send_back/requires`,
        'backward-without-reasons',
        { stage: 'decision', target: 'first_review' },
      ],
    ]);
  });

  it('reports a refusal without a reason for the applicant', () => {
    const { problems } = compileSmall(broken('stages.decision.actions.refuse.requires', undefined));
    expect(found(problems)).toEqual([
      [
        `${stages}/decision/actions/refuse/requires`,
        'refusal-without-reason',
        { stage: 'decision', target: 'refused' },
      ],
    ]);
  });

  it('reports a refusal by the machine', () => {
    const { problems } = compileSmall(
      broken('stages.automatic_check.routes', [
        { when: 'checks.failed_count > 1', to: 'refused' },
        { when: 'warnings = 0', to: 'decision' },
        { to: 'first_review' },
      ]),
    );
    expect(found(problems)).toEqual([
      [
        `${stages}/automatic_check/routes/0`,
        'refusal-without-reason',
        { stage: 'automatic_check', target: 'refused' },
      ],
    ]);
  });
});

describe('correction', () => {
  it('reports a correction that does not say of what', () => {
    const { problems } = compileSmall(
      broken('stages.first_review.actions.ask_correction.requires', undefined),
    );
    expect(found(problems)).toEqual([
      [
        `${stages}/first_review/actions/ask_correction/routes/0`,
        'correction-without-targets',
        { stage: 'first_review', target: 'correction' },
      ],
    ]);
  });

  it('reports targets that no correction takes up', () => {
    const { problems } = compileSmall(broken('stages.decision.actions.approve.requires', { targets: true }));
    expect(found(problems)).toEqual([
      [
        `${stages}/decision/actions/approve/requires/targets`,
        'targets-without-correction',
        { action: 'approve' },
      ],
    ]);
  });
});

describe('staff fields', () => {
  const fields = `${stages}/first_review/actions/pass/requires/fields`;
  it.each<[name: string, schema: unknown, expected: readonly unknown[]]>([
    ['a schema that is no object', 'text', [fields, 'wrong-shape', { expected: 'object' }]],
    [
      'nested objects',
      { type: 'object', properties: { a: { type: 'object', title: 'あ' } } },
      [
        `${fields}/properties/a/type`,
        'unknown-choice',
        { choices: 'string, integer, number, boolean', value: 'object' },
      ],
    ],
    [
      'a field without a title',
      { type: 'object', properties: { a: { type: 'string' } } },
      [`${fields}/properties/a`, 'missing-key', { key: 'title' }],
    ],
    [
      'a keyword the form has and staff fields do not',
      { type: 'object', properties: { a: { type: 'string', title: 'あ', 'x-askWhen': 'true' } } },
      [`${fields}/properties/a/x-askWhen`, 'unknown-key', { key: 'x-askWhen' }],
    ],
    [
      'a keyword of another type',
      { type: 'object', properties: { a: { type: 'boolean', title: 'あ', minimum: 1 } } },
      [`${fields}/properties/a/minimum`, 'keyword-not-for-type', { key: 'minimum', type: 'boolean' }],
    ],
    [
      'a required field there is not',
      { type: 'object', required: ['b'], properties: { a: { type: 'string', title: 'あ' } } },
      [`${fields}/required/0`, 'field-unknown', { name: 'b' }],
    ],
  ])('reports %s', (_name, schema, expected) => {
    expect(
      found(compileSmall(broken('stages.first_review.actions.pass.requires.fields', schema)).problems),
    ).toContainEqual(expected);
  });

  it('reports one field of two types', () => {
    const { problems } = compileSmall(
      broken('stages.decision.actions.pass', {
        title: '進める',
        requires: {
          fields: { type: 'object', properties: { amount: { type: 'string', title: '額' } } },
        },
        routes: [{ to: 'granted' }],
      }),
    );
    expect(found(problems)).toEqual([
      [
        `${stages}/decision/actions/pass/requires/fields`,
        'staff-field-conflict',
        { action: 'pass', field: 'amount' },
      ],
    ]);
  });
});
