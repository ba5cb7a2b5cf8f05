import { describe, expect, it } from '@jest/globals';
import { availableActions } from '../../../src/engine/workflow/available-actions.js';
import { refuseTakingOn } from '../../../src/engine/workflow/refuse-taking-on.js';
import { holdApplication, releaseHold } from '../../../src/engine/workflow/hold.js';
import type { Actor, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import { broken } from './broken-workflow.js';
import { circuit, serial, staff } from './circuit.js';
import { applicant, application, mori, sato, smallProcedure, workflowOf } from './small-procedure.js';
import { askName, monday, pass, take, taken, toDecision, toReview } from './taking.js';

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

describe('taking a case on', () => {
  const alone = workflowOf(broken('stages.decision.actions.refuse.notActorOf', ['first_review']));

  it('is for somebody else when four-eyes leaves only the way back', () => {
    expect(refuseTakingOn(alone, toDecision(), sato)).toEqual({
      ok: false,
      code: 'four-eyes',
      params: { stage: 'first_review', title: '一次審査' },
    });
    expect(refuseTakingOn(alone, toDecision(), mori)).toBeNull();
  });

  it('is open to whoever may still finish the stage in one way', () => {
    expect(refuseTakingOn(smallProcedure.workflow, toDecision(), sato)).toBeNull();
    expect(refuseTakingOn(alone, toReview(), sato)).toBeNull();
  });

  it('is for somebody who has not said yes, be it in their own name or in another’s', () => {
    const { workflow } = circuit({ ...serial, 'stages.decision.actions.refuse': undefined });
    const said = {
      ...toDecision(),
      approvals: [{ step: 0, by: 'yano', onBehalfOf: 'kato', at: monday }],
    };
    const taking = (actor: Actor) => refuseTakingOn(workflow, said, actor)?.code ?? 'may';
    expect(taking(staff('yano', 'chief', 'manager'))).toBe('approved-already');
    expect(taking(staff('kato', 'manager'))).toBe('approved-already');
    expect(taking({ ...staff('ueda'), standsInFor: [{ role: 'manager', personId: 'kato' }] })).toBe(
      'approved-already',
    );
    expect(taking(staff('ueda', 'manager'))).toBe('may');
  });
});
