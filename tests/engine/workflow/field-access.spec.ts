import { describe, expect, it } from '@jest/globals';
import { concealAnswers, readsConcealed } from '../../../src/engine/workflow/field-access.js';
import { found } from './broken-workflow.js';
import { compileSmall, smallProcedure, smallWorkflow, workflowOf } from './small-procedure.js';

const answers = {
  store: { name: '難波店', kind: 'single' },
  sales: { rows: [{ amount: 100, memo: '一' }, { amount: 200 }], total: 300 },
};
const access = [
  { fields: ['sales.rows[].memo'], stages: ['decision'], see: 'hidden' },
  { fields: ['sales.rows'], roles: ['approver'], see: 'plain' },
  { fields: ['sales.rows', 'store.name'], roles: ['reviewer'], see: 'masked' },
];
const procedure = { ...smallProcedure, workflow: workflowOf({ ...smallWorkflow, access }) };
const seenBy = (role: string, stage: string) => concealAnswers(procedure, { stage, roles: [role] }, answers);

describe('the matrix stage × question', () => {
  it('masks for one role what another sees, each answer of a repeat by itself', () => {
    expect(seenBy('reviewer', 'first_review')).toEqual({
      answers: { store: { kind: 'single' }, sales: { rows: [{}, {}], total: 300 } },
      concealed: [
        { path: '/store/name', see: 'masked' },
        { path: '/sales/rows/0/amount', see: 'masked' },
        { path: '/sales/rows/0/memo', see: 'masked' },
        { path: '/sales/rows/1/amount', see: 'masked' },
      ],
    });
    expect(seenBy('approver', 'first_review')).toEqual({ answers, concealed: [] });
  });

  it('lets the first line that fits decide, and another stage change what is seen', () => {
    expect(seenBy('approver', 'decision').concealed).toEqual([{ path: '/sales/rows/0/memo', see: 'hidden' }]);
  });

  it('knows which explanations would tell what is concealed', () => {
    const reviewer = { stage: 'first_review', roles: ['reviewer'] };
    expect(readsConcealed(procedure, reviewer, ['sales.rows'])).toBe(true);
    expect(readsConcealed(procedure, reviewer, ['sales.total', 'store.kind'])).toBe(false);
  });
});

it('names stages and roles that are not there, and kinds of sight that there are not', () => {
  const wrong = [
    { fields: ['store'], stages: ['decison'], roles: ['office:call_centre', 'reviewr'], see: 'plain' },
    { fields: ['store'], see: 'secret' },
    { see: 'plain' },
  ];
  expect(
    found(compileSmall({ ...smallWorkflow, access: wrong }).problems).map(([path, code]) => [path, code]),
  ).toEqual([
    ['workflow.json#/access/1/see', 'unknown-choice'],
    ['workflow.json#/access/2', 'missing-key'],
    ['workflow.json#/access/0/stages/0', 'stage-unknown'],
    ['workflow.json#/access/0/roles/1', 'role-unknown'],
  ]);
});
