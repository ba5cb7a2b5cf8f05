import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import type { ApplicationFacts } from '../../../src/engine/workflow/workflow-facts.js';
import type { Advance, Command, Refusal, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import { applicant, application, sato, smallProcedure } from './small-procedure.js';

export const friday = '2021-11-05T10:00:00+09:00';
export const monday = '2021-11-08T10:00:00+09:00';

export const arrive = (facts: ApplicationFacts = application) =>
  startWorkflow(smallProcedure, facts, friday, applicant);

export function take(
  state: WorkflowState,
  command: Command,
  now = monday,
  facts = application,
): Advance | Refusal {
  return advance(smallProcedure, state, command, facts, now);
}

export function taken(state: WorkflowState, command: Command, now = monday, facts = application): Advance {
  const result = take(state, command, now, facts);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result;
}

export const toReview = () => arrive().state;
export const pass: Command = { action: 'pass', actor: sato, fields: { confirmed_on: '2021-11-08' } };
export const toDecision = () => taken(toReview(), pass).state;
export const askName: Command = {
  action: 'ask_correction',
  actor: sato,
  publicReason: 'お手数ですがお願いします。',
  targets: [{ path: '/store/name', comment: '許可証のとおりに書いてください。' }],
};
