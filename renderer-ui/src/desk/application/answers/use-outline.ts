import { evaluateAnswers, type Evaluation } from '#engine';
import { useQuery } from '../../../api/query/index.js';
import { useMemo } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { loadForm, type Form } from '../../../form/index.js';
import { todayInJapan } from '../../../texts/index.js';
import { outlineAnswers, type AnswerPage } from './answer-outline.js';

export type Outline =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | {
      readonly state: 'ready';
      readonly form: Form;
      readonly pages: readonly AnswerPage[];
      readonly evaluation: Evaluation;
    };

/** The answers in the form they were given to: the application's own version, as asked on the day it arrived. */
export function useOutline(application: DeskApplicationView): Outline {
  const { versionHash, answers, concealed, submittedAt } = application;
  const { data, error } = useQuery({
    queryKey: ['desk', 'form', versionHash],
    queryFn: () => loadForm(versionHash),
    staleTime: Infinity,
  });
  return useMemo(() => {
    if (error) return { state: 'failed' };
    if (!data) return { state: 'loading' };
    const today = todayInJapan(new Date(submittedAt));
    const { form, checks } = data.ja;
    const evaluation = evaluateAnswers(form, answers, { today }, checks.validators);
    const kept = new Set(concealed.map(({ path }) => path));
    const pages = outlineAnswers(form, answers, (path) => evaluation.asked.has(path) || kept.has(path));
    return { state: 'ready', form, pages, evaluation };
  }, [data, error, answers, concealed, submittedAt]);
}
