import { describeProblem } from '#engine';
import type { FieldProblem } from '../http/problem.dto.js';
import { refuse, type Refusal } from '../http/refusal.js';
import type { JudgedSite } from './judge-site.js';
import type { SiteQuestion } from './site-questions.js';

/** @param english the same questions with the words that applicants read in English */
export function refuseSite(
  { problems }: Extract<JudgedSite, { ok: false }>,
  english: readonly SiteQuestion[],
): Refusal {
  return refuse('answers-invalid', {
    problems: problems.map(({ question, problem }): FieldProblem => {
      const translated = english.find(({ name }) => name === question.name) ?? question;
      return {
        path: `/${question.name}`,
        code: problem.code,
        level: 'error',
        text: {
          ja: describeProblem(problem, question.form, 'ja'),
          en: describeProblem(problem, translated.form, 'en'),
        },
      };
    }),
  });
}
