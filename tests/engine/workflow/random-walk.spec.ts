import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { availableActions } from '../../../src/engine/workflow/available-actions.js';
import type { Actor, Command, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import { applicant, application, mori, sato, smallProcedure } from './small-procedure.js';

const { stages } = smallProcedure.workflow;
const now = '2021-11-08T10:00:00+09:00';
const stranger: Actor = { kind: 'staff', id: 'stranger', roles: [] };
const names = [...new Set([...stages.values()].flatMap((stage) => [...stage.actions.keys()])), 'toString'];

const commands = fc.array(
  fc.record<Command>(
    {
      action: fc.constantFrom(...names),
      actor: fc.constantFrom(sato, mori, applicant, stranger),
      reason: fc.constantFrom('', '金額の根拠を確かめ直すため'),
      publicReason: fc.constantFrom('', '要件', '営業許可の期限が要請期間より前に切れているためです。'),
      targets: fc.constantFrom([], [{ path: '/store/name', comment: '許可証と違います。' }]),
      fields: fc.constantFrom({}, { confirmed_on: '2021-11-08' }),
    },
    { requiredKeys: ['action', 'actor'] },
  ),
  { maxLength: 30 },
);

/** What must hold of any step, whatever is tried. */
function step(state: WorkflowState, command: Command): WorkflowState {
  const before = structuredClone(state);
  const offered = availableActions(smallProcedure, state, command.actor, application, now);
  const result = advance(smallProcedure, state, command, application, now);
  expect(state).toEqual(before);
  if (!result.ok) return state;

  const taken = stages.get(state.stage)?.actions.get(command.action);
  expect(offered).toContainEqual({ action: taken });
  const stage = stages.get(result.state.stage);
  expect(stage?.kind).not.toBe('check');
  expect(result.state.correction === null).toBe(stage?.kind !== 'correction');
  expect(result.history[0]).toMatchObject({ from: state.stage, action: command.action });
  expect(result.history.at(-1)?.to).toBe(result.state.stage);
  expect(JSON.parse(JSON.stringify(result.state))).toEqual(result.state);
  return result.state;
}

it('never lets an action out of its stage, its role or its turn, whatever is tried in whatever order', () => {
  fc.assert(
    fc.property(commands, (tried) => {
      const arrived = startWorkflow(smallProcedure, application, now, applicant).state;
      const end = tried.reduce(step, arrived);
      if (stages.get(end.stage)?.kind !== 'final') return;
      for (const action of names) {
        expect(advance(smallProcedure, end, { action, actor: sato }, application, now)).toMatchObject({
          code: 'already-final',
        });
      }
    }),
    { numRuns: 300 },
  );
});
