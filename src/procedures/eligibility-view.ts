import {
  civilDateInJapan,
  type EligibilityAnswers,
  type EligibilityQuestion,
  judgeEligibility,
  readEligibilityAnswers,
} from '#engine';
import type { EligibilityView } from './catalogue.dto.js';
import type { CurrentProcedure } from './procedures.queries.js';

/**
 * What answers come to; null where the procedure has no check.
 *
 * @param titleOf of another published procedure, or null
 */
export async function eligibilityView(
  { version, now }: CurrentProcedure,
  given: Readonly<Record<string, string>>,
  titleOf: (procedureId: string) => Promise<string | null>,
): Promise<EligibilityView | null> {
  const { info, eligibility } = version.procedure;
  if (!eligibility) return null;
  const answers = readEligibilityAnswers(eligibility, given);
  const judged = judgeEligibility(eligibility, answers, civilDateInJapan(now.toISOString()));
  const criterionOf = (id: string | null) => info.criteria.find((criterion) => criterion.id === id);
  const reasons = judged.reasons.map(async ({ id, text, criterion, instead }) => {
    const found = criterionOf(criterion);
    const title = instead?.procedure ? await titleOf(instead.procedure) : null;
    return {
      id,
      text,
      criterion: found ? { title: found.title, text: found.text } : null,
      instead: instead && {
        text: instead.text,
        procedure: instead.procedure !== null && title !== null ? { id: instead.procedure, title } : null,
      },
    };
  });
  return {
    procedureId: info.id,
    title: info.title,
    category: info.category,
    themeColor: info.themeColor,
    lead: eligibility.lead,
    verdict: judged.verdict,
    questions: eligibility.questions
      .filter(({ id }) => judged.asked.includes(id))
      .map((question) => ({
        id: question.id,
        title: question.title,
        help: question.help,
        kind: question.kind,
        options: (question.options ?? []).map(({ value, title }) => ({ value: String(value), title })),
        unit: question.unit,
        answer: asText(question, answers),
      })),
    reasons: await Promise.all(reasons),
    needs: judged.needs.map(({ id, text }) => ({ id, text })),
  };
}

/** As the address carries it. */
function asText({ id }: EligibilityQuestion, answers: EligibilityAnswers): string | null {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === undefined) return null;
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}
