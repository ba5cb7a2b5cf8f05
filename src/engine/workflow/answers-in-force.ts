import { answerText } from '../answers/answer-text.js';
import type { Answers } from '../answers/answers.js';
import { withOverrides } from '../answers/with-overrides.js';
import type { IsoDate, Procedure } from '../procedure/procedure.js';
import type { Override, WorkflowState } from './review-state.js';

/** The overrides that count now, one a question. */
export function overridesInForce({ overrides = [] }: Pick<WorkflowState, 'overrides'>): readonly Override[] {
  return overrides.filter(({ ended }) => ended === null);
}

/**
 * The answers as the review takes them: as submitted, but for what officials have set to another value, and what is
 * computed from that. Everything that decides, pays, prints or exports an amount reads it from here.
 */
export function answersInForce(
  { form }: Pick<Procedure, 'form'>,
  state: Pick<WorkflowState, 'overrides'>,
  { answers, submittedOn }: { readonly answers: Answers; readonly submittedOn: IsoDate },
): Answers {
  const values = new Map(overridesInForce(state).map(({ field, value }) => [field, value]));
  return withOverrides(form, answers, values, submittedOn);
}

/** The overrides in force as messages and notices print them. */
export function overrideFacts(
  { form }: Pick<Procedure, 'form'>,
  state: Pick<WorkflowState, 'overrides'>,
): readonly Readonly<Record<string, string>>[] {
  return overridesInForce(state).flatMap((one) => {
    const field = form.fields.get(one.field);
    if (!field) return [];
    return [
      {
        field: one.field,
        title: field.title,
        computed: answerText(form, field, one.computed, 'ja'),
        value: answerText(form, field, one.value, 'ja'),
        public_reason: one.publicReason,
      },
    ];
  });
}
