import { request } from './request.js';
import type {
  EligibilityView,
  FormBundle,
  FormEnglish,
  FrequentQuestions,
  ProcedureList,
  ProcedureView,
  QuestionsView,
} from './types.js';

const at = encodeURIComponent;

export const fetchProcedures = (): Promise<ProcedureList> => request('GET', '/api/procedures');

export const fetchProcedure = (id: string): Promise<ProcedureView> =>
  request('GET', `/api/procedures/${at(id)}`);

export const fetchQuestions = (id: string): Promise<QuestionsView> =>
  request('GET', `/api/procedures/${at(id)}/questions`);

export const judgeEligibility = (
  id: string,
  answers: Readonly<Record<string, string>>,
): Promise<EligibilityView> => request('POST', `/api/procedures/${at(id)}/eligibility`, { answers });

export const fetchFaq = (): Promise<FrequentQuestions> => request('GET', '/api/faq');

/** Immutable: the hash is the content. `format` is what this browser's engine reads. */
export const fetchFormBundle = (versionHash: string, format: number): Promise<FormBundle> =>
  request('GET', `/api/forms/${at(versionHash)}/${format}`);

/** Immutable, too: the words of that form in English, by the Japanese ones. */
export const fetchFormEnglish = (versionHash: string, format: number): Promise<FormEnglish> =>
  request('GET', `/api/forms/${at(versionHash)}/${format}/english`);
