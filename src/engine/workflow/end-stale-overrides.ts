import type { Answers } from '../answers/answers.js';
import { diffAnswers } from '../answers/diff-answers.js';
import { fieldPathAt } from '../answers/resolve-pointer.js';
import { sourcesOf } from '../answers/with-overrides.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { overridesInForce } from './answers-in-force.js';
import { historyLine } from './workflow-state.js';
import type { HistoryEntry, WorkflowState } from './review-state.js';

/**
 * What the applicant corrected may be what an overridden value was computed from: such an override was made for other
 * answers and ends, which the history tells.
 */
export function endStaleOverrides(
  { form }: Pick<Procedure, 'form'>,
  state: WorkflowState,
  before: Answers,
  after: Answers,
  now: IsoInstant,
): { readonly state: WorkflowState; readonly history: readonly HistoryEntry[] } {
  const inForce = overridesInForce(state);
  if (inForce.length === 0) return { state, history: [] };
  const changed = diffAnswers(form, before, after).map(({ path }) => fieldPathAt(path));
  const stale = inForce.filter(({ field }) => {
    const sources = sourcesOf(form, field);
    return changed.some((path) =>
      [...sources].some(
        (source) => source === path || path === `${source}[]` || source.startsWith(`${path}.`),
      ),
    );
  });
  return {
    state: {
      ...state,
      overrides: (state.overrides ?? []).map((one) =>
        stale.includes(one) ? { ...one, ended: { at: now, because: 'answers-changed' } as const } : one,
      ),
    },
    history: stale.map(({ field }) =>
      historyLine({ at: now, type: 'override-ended', from: state.stage, to: state.stage, action: field }),
    ),
  };
}
