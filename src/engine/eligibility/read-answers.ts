import { isCivilDate } from '../japanese/date-range.js';
import type { Eligibility, EligibilityAnswers, EligibilityQuestion } from './eligibility.js';

const NUMBER = /^-?\d{1,12}(?:\.\d{1,4})?$/;

/** The answer as the question takes it; null for what is none. */
export function answerOf(
  { kind, options }: EligibilityQuestion,
  value: unknown,
): string | number | boolean | null {
  if (kind === 'yes-no') return typeof value === 'boolean' ? value : null;
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  if (kind === 'date') return isCivilDate(value) ? value : null;
  return options?.some((option) => option.value === value) ? value : null;
}

/**
 * Answers as an address carries them: `yes`, `no`, the value of a choice, `2021-10-01`, `12000`. What fits no question
 * is left out: an address that somebody shortened still opens.
 */
export function readEligibilityAnswers(
  eligibility: Eligibility,
  given: Readonly<Record<string, string>>,
): EligibilityAnswers {
  return Object.fromEntries(
    eligibility.questions.flatMap((question) => {
      const text = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
      const answer =
        text === undefined ? null : answerOf(question, fromText(question, text.normalize('NFKC').trim()));
      return answer === null ? [] : [[question.id, answer] as const];
    }),
  );
}

function fromText({ kind }: EligibilityQuestion, text: string): unknown {
  if (kind === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : null;
  if (kind === 'number')
    return NUMBER.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : null;
  return text;
}
