import { describe, expect, it } from '@jest/globals';
import type { Procedure } from '../../../src/engine/procedure/procedure.js';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { awaitedRoles } from '../../../src/engine/workflow/approvals.js';
import { availableActions } from '../../../src/engine/workflow/available-actions.js';
import type { ApplicationFacts } from '../../../src/engine/workflow/workflow-facts.js';
import type { Actor, Advance, Command, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import { circuit, serial, staff } from './circuit.js';
import { applicant, application as warned, sato } from './small-procedure.js';
import { friday, monday } from './taking.js';

/** Without a warning it takes the fast lane: nobody has acted before the decision. */
const application: ApplicationFacts = { ...warned, warnings: 0 };
const small: ApplicationFacts = {
  ...application,
  answers: { ...application.answers, sales: { rows: [{ amount: 1000 }], total: 1000 } },
};
const [kato, ueda, yano] = [
  staff('kato', 'chief'),
  staff('ueda', 'manager'),
  staff('yano', 'chief', 'manager'),
];

const inSerial = circuit(serial);
const inParallel = circuit({
  ...serial,
  'stages.decision.approvers': {
    order: 'parallel',
    needed: 2,
    steps: [
      { role: 'chief', title: '係長' },
      { role: 'manager', title: '課長' },
      { role: 'approver', title: '部長' },
    ],
  },
});

const arrived = (procedure: Procedure, facts = application) =>
  startWorkflow(procedure, facts, friday, applicant).state;

function say(
  procedure: Procedure,
  state: WorkflowState,
  actor: Actor,
  more: Partial<Command> = {},
  facts = application,
) {
  return advance(procedure, state, { action: 'approve', actor, ...more }, facts, monday);
}

function said(...given: Parameters<typeof say>): Advance {
  const result = say(...given);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result;
}

const turn = (procedure: Procedure, state: WorkflowState, facts = application) =>
  awaitedRoles(procedure, state, facts, monday);

describe('a decision in serial order', () => {
  it('waits for one after the other and decides with the last yes', () => {
    const first = said(inSerial, arrived(inSerial), kato);
    expect(turn(inSerial, arrived(inSerial))).toEqual(['chief']);
    expect(first).toMatchObject({
      effects: [],
      state: {
        stage: 'decision',
        approvals: [{ step: 0, by: 'kato', onBehalfOf: null, at: monday }],
      },
      history: [{ type: 'approved', from: 'decision', to: 'decision', action: 'approve', role: 'chief' }],
    });
    expect(turn(inSerial, first.state)).toEqual(['manager']);
    const last = said(inSerial, first.state, ueda);
    expect(last).toMatchObject({
      state: { stage: 'granted', approvals: [] },
      effects: [{ kind: 'message' }, { kind: 'notice' }],
      history: [{ type: 'action', to: 'granted', role: 'manager' }],
    });
    expect(turn(inSerial, last.state)).toEqual([]);
  });

  it('needs a step only while its condition holds', () => {
    expect(said(inSerial, arrived(inSerial, small), kato, {}, small).state.stage).toBe('granted');
  });

  it('refuses whoever comes too early, and shows them why', () => {
    const state = arrived(inSerial);
    const refused = { ok: false, code: 'not-your-turn', params: { turn: '係長' } };
    expect(say(inSerial, state, ueda)).toEqual(refused);
    const offered = availableActions(inSerial, state, ueda, application, monday);
    expect(offered.find(({ action }) => action.name === 'approve')?.refusal).toEqual(refused);
  });

  it('hears nobody twice, whatever roles they have', () => {
    const first = said(inSerial, arrived(inSerial), yano);
    expect(say(inSerial, first.state, yano)).toMatchObject({ code: 'approved-already' });
  });

  it('is not for the stage’s own role to cut short', () => {
    expect(say(inSerial, arrived(inSerial), sato)).toMatchObject({ code: 'role-missing' });
  });

  it('lets every approver send it back, and then begins anew', () => {
    const reasons = { reason: '算定を確かめ直す。', publicReason: '計算を確かめ直します。' };
    const first = said(inSerial, arrived(inSerial), kato);
    const back = said(inSerial, first.state, kato, { action: 'send_back', ...reasons });
    expect(back.state).toMatchObject({ stage: 'first_review', approvals: [] });
    const again = said(inSerial, back.state, staff('ono', 'reviewer'), {
      action: 'pass',
      fields: { confirmed_on: '2021-11-08' },
    });
    expect(turn(inSerial, again.state)).toEqual(['chief']);
    expect(say(inSerial, again.state, kato)).toMatchObject({ ok: true });
  });
});

describe('a decision in parallel', () => {
  it('takes any two of three, in any order', () => {
    const first = said(inParallel, arrived(inParallel), ueda);
    expect(turn(inParallel, first.state)).toEqual(['chief', 'approver']);
    expect(said(inParallel, first.state, kato).state.stage).toBe('granted');
  });

  it('counts a step once, so a second holder of the same role has no turn', () => {
    const first = said(inParallel, arrived(inParallel), kato);
    expect(say(inParallel, first.state, staff('hara', 'chief'))).toMatchObject({ code: 'not-your-turn' });
  });
});

describe('what is given with a yes', () => {
  const asking = circuit({
    ...serial,
    'stages.decision.actions.approve.requires': {
      reason: true,
      fields: {
        type: 'object',
        required: ['payment_on'],
        properties: { payment_on: { type: 'string', format: 'date', title: '振込の予定日' } },
      },
    },
  });
  const given = { reason: '要件に合う。', fields: { payment_on: '2021-12-20' } };

  it('is asked of the first, and stands for those who follow', () => {
    expect(say(asking, arrived(asking), kato)).toMatchObject({ code: 'reason-required' });
    const first = said(asking, arrived(asking), kato, given);
    expect(said(asking, first.state, ueda)).toMatchObject({
      state: { stage: 'granted', staff: { approve: { payment_on: '2021-12-20' } } },
      history: [{ reason: '要件に合う。' }],
    });
  });

  it('may be given anew by a later one', () => {
    const first = said(asking, arrived(asking), kato, given);
    const last = said(asking, first.state, ueda, { fields: { payment_on: '2021-12-24' } });
    expect(last.state.staff).toEqual({ approve: { payment_on: '2021-12-24' } });
  });

  it('is asked anew once it was sent back', () => {
    const { approvals, ...old } = said(asking, arrived(asking), kato, given).state;
    expect(approvals).toHaveLength(1);
    expect(say(asking, { ...old, approvals: [] }, kato)).toMatchObject({ code: 'reason-required' });
  });
});

describe('a substitute', () => {
  const forUeda = { ...staff('mori'), standsInFor: [{ role: 'manager', personId: 'ueda' }] };

  it('acts by the role an absent colleague lent, and the record says so', () => {
    const first = said(inSerial, arrived(inSerial), kato);
    const last = said(inSerial, first.state, forUeda);
    expect(last.history[0]).toMatchObject({ actor: { id: 'mori' }, role: 'manager', onBehalfOf: 'ueda' });
    expect(last.state.actors).toEqual({ decision: ['kato', 'mori'] });
  });

  it('uses a role of their own before a lent one', () => {
    const first = said(inSerial, arrived(inSerial), kato);
    const both = { ...forUeda, roles: ['manager'] };
    expect(said(inSerial, first.state, both).history[0]).toMatchObject({ onBehalfOf: null });
  });

  it('does not stand in where the role may not be lent', () => {
    const strict = circuit({ ...serial, 'roles.manager': { title: '課長', substitutes: false } });
    const first = said(strict, arrived(strict), kato);
    expect(say(strict, first.state, forUeda)).toMatchObject({ code: 'role-missing' });
  });

  it('does not give a colleague’s yes a second time', () => {
    const first = said(inSerial, arrived(inSerial), yano);
    const forYano = { ...staff('mori'), standsInFor: [{ role: 'manager', personId: 'yano' }] };
    expect(say(inSerial, first.state, forYano)).toMatchObject({ code: 'approved-already' });
  });

  it('is kept by four-eyes from what they did, and from what the absent colleague did', () => {
    const reviewed = { ...arrived(inSerial), actors: { first_review: ['kato'] } };
    const forKato = { ...staff('mori'), standsInFor: [{ role: 'chief', personId: 'kato' }] };
    const katoForHara = { ...staff('kato'), standsInFor: [{ role: 'chief', personId: 'hara' }] };
    expect(say(inSerial, reviewed, kato)).toMatchObject({ code: 'four-eyes' });
    expect(say(inSerial, reviewed, katoForHara)).toMatchObject({ code: 'four-eyes' });
    expect(say(inSerial, reviewed, forKato)).toMatchObject({ code: 'four-eyes' });
  });

  it('takes the right that nothing speaks against', () => {
    const reviewed = { ...arrived(inSerial), actors: { first_review: ['kato'] } };
    const lent = [
      { role: 'chief', personId: 'kato' },
      { role: 'chief', personId: 'hara' },
    ];
    const yes = said(inSerial, reviewed, { ...staff('mori'), standsInFor: lent });
    expect(yes.history[0]).toMatchObject({ onBehalfOf: 'hara' });
  });
});
