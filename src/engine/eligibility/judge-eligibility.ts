import { EvaluationError, type Expression, type Facts } from '../expression/index.js';
import type { IsoDate } from '../procedure/procedure.js';
import type {
  Eligibility,
  EligibilityAnswers,
  EligibilityNeed,
  EligibilityReason,
  EligibilityVerdict,
} from './eligibility.js';

export interface EligibilityJudgement {
  readonly verdict: EligibilityVerdict;
  /** Ids of the questions that are asked, in order. */
  readonly asked: readonly string[];
  /** Those of them without an answer. */
  readonly open: readonly string[];
  readonly reasons: readonly EligibilityReason[];
  readonly needs: readonly EligibilityNeed[];
}

/**
 * What the answers so far come to. One reason is enough to make it unlikely, whatever is still open. What is no longer
 * asked does not count, and a condition that is null does not hold.
 */
export function judgeEligibility(
  { questions, reasons, needs }: Eligibility,
  answers: EligibilityAnswers,
  today: IsoDate,
): EligibilityJudgement {
  const facts: Record<string, unknown> = {
    today,
    ...Object.fromEntries(questions.map(({ id }) => [id, null])),
  };
  const asked: string[] = [];
  for (const { id, askWhen } of questions) {
    if (askWhen && !holds(askWhen, facts)) continue;
    asked.push(id);
    facts[id] = Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
  }
  const open = asked.filter((id) => facts[id] === null);
  const against = reasons.filter(({ when }) => holds(when, facts));
  return {
    verdict: against.length > 0 ? 'unlikely' : open.length > 0 ? 'open' : 'likely',
    asked,
    open,
    reasons: against,
    needs: needs.filter(({ when }) => when === null || holds(when, facts)),
  };
}

function holds(condition: Expression, facts: Facts): boolean {
  try {
    return condition.evaluate(facts) === true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}
