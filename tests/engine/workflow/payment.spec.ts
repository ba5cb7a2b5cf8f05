import { describe, expect, it } from '@jest/globals';
import { startWorkflow } from '../../../src/engine/workflow/advance.js';
import { paymentFacts } from '../../../src/engine/workflow/payment.js';
import { found } from './broken-workflow.js';
import { application, compileSmall, smallProcedure, smallWorkflow, workflowOf } from './small-procedure.js';

const now = '2021-11-05T10:00:00+09:00';
const payment = {
  amount: 'sales.total',
  payee: {
    bank: '"0010"',
    branch: '"101"',
    type: '"1"',
    number: '"0123456"',
    holder: 'zengin name("カイセンマル")',
  },
  paid: { action: 'record_paid', date: 'paid_on' },
  failed: { action: 'record_failed', targets: ['store.name'] },
};
const payout = {
  kind: 'waiting',
  title: '振込待ち',
  role: 'reviewer',
  publicStatus: { label: '支給決定', explanation: 'まもなく振り込みます。', tone: 'done' },
  payment,
  actions: {
    record_paid: {
      title: '振込済みを記録する',
      requires: {
        fields: {
          type: 'object',
          properties: {
            paid_on: { type: 'string', format: 'date', title: '振り込んだ日' },
            memo: { type: 'string', title: '覚え' },
          },
          required: ['paid_on'],
        },
      },
      routes: [{ to: 'granted' }],
    },
    record_failed: {
      title: '振込不能',
      requires: { reason: true, targets: true },
      routes: [{ to: 'correction' }],
    },
  },
};
const withPayout = (change: object = {}) => ({
  ...smallWorkflow,
  stages: { ...(smallWorkflow as { stages: object }).stages, payout: { ...payout, ...change } },
});

/** As it is while the application waits there; the stage is of no interest to the rest of the small workflow. */
function facts(change: object = {}, expressions: object = {}) {
  const workflow = workflowOf(reached(withPayout({ payment: { ...payment, ...expressions } })));
  const procedure = { ...smallProcedure, workflow };
  const { state } = startWorkflow(procedure, application, now);
  return paymentFacts(procedure, { ...state, stage: 'payout', ...change }, application, now);
}

function reached(workflow: ReturnType<typeof withPayout>): object {
  const stages = workflow.stages as unknown as Record<string, { actions: object }>;
  const [name, stage] = Object.entries(stages).find(([key]) => key === 'decision') ?? [];
  if (name === undefined || !stage) throw new Error('The small workflow has a decision.');
  const pay = { title: '払う', routes: [{ to: 'payout' }] };
  return { ...workflow, stages: { ...stages, [name]: { ...stage, actions: { ...stage.actions, pay } } } };
}

describe('what is paid while an application waits', () => {
  it('is what the procedure says, the holder as a bank writes it', () => {
    expect(facts()).toEqual({
      amount: 600000,
      payee: { bank: '0010', branch: '101', type: '1', number: '0123456', holder: 'ｶｲｾﾝﾏﾙ', name: null },
    });
  });

  it('is nothing where nothing is paid, and unknown where it is no whole number of yen', () => {
    expect(facts({ stage: 'first_review' })).toBeNull();
    expect(facts({}, { amount: 'sales.total / 7' })?.amount).toBeNull();
    expect(facts({}, { amount: 'sales.total / 0' })?.amount).toBeNull();
  });
});

it('a payment that cannot be made from the answers is refused with its place', () => {
  const wrong = withPayout({
    payment: {
      amount: 'store.name',
      payee: { ...payment.payee, bank: 'sales.total', number: 'store.acount' },
      paid: { action: 'record_paid', date: 'memo' },
      failed: { action: 'record_paid', targets: ['store.nane'] },
    },
  });
  const at = 'workflow.json#/stages/payout/payment';
  const told = found(compileSmall(reached(wrong)).problems).map(([path, code]) => [path, code]);
  expect(told).toEqual([
    [`${at}/amount`, 'payment-not-number'],
    [`${at}/payee/bank`, 'payment-not-text'],
    [`${at}/payee/number`, 'expression-unknown-field'],
    [`${at}/paid/date`, 'payment-date-unknown'],
    [`${at}/paid/action`, 'payment-action-asks-more'],
    [`${at}/failed/action`, 'payment-action-asks-more'],
  ]);
  const unknown = { ...payment, paid: { action: 'record_payed', date: 'paid_on' } };
  expect(
    found(compileSmall(reached(withPayout({ payment: unknown }))).problems).map(([path, code]) => [
      path,
      code,
    ]),
  ).toEqual([[`${at}/paid/action`, 'payment-action-unknown']]);
  const elsewhere = { ...withPayout(), stages: { ...withPayout().stages } };
  Object.assign(elsewhere.stages, { payout: { ...payout, kind: 'review' } });
  expect(found(compileSmall(reached(elsewhere)).problems).map(([, code]) => code)).toEqual([
    'key-not-for-stage-kind',
  ]);
});
