import { type Answers, type Field, type Procedure, searchKey } from '#engine';
import { valueAt } from './answer-at.js';
import { searchPairs } from './search-pairs.js';

/** By what an application is found: as search compares it. */
export interface SearchWords {
  readonly words: string;
  readonly pairs: readonly string[];
}

/**
 * Subject, applicant, and what the applicant knows of themselves and of the place: every answer that is first filled
 * from profile or 店舗台帳 (names, readings, addresses, telephone numbers), and what the procedure lists. What is marked
 * as sensitive is never found by, whoever searches.
 */
export function searchWordsOf(
  { form }: Procedure,
  answers: Answers,
  ...known: readonly string[]
): SearchWords {
  const answered = form.pages
    .flatMap(({ fields }) => leavesOf(fields))
    .filter(({ prefill, sensitive, kind }) => isOwn(prefill) && !sensitive && kind === 'text')
    .map(({ path }) => valueAt(answers, path))
    .filter((value) => typeof value === 'string');
  const keys = [...new Set([...known, ...answered].map(searchKey).filter((key) => key !== ''))];
  return { words: keys.join('\n'), pairs: searchPairs(...keys) };
}

const isOwn = (prefill: string | null): boolean => /^(profile|site)\./.test(prefill ?? '');

/** Questions outside of repeats. */
function leavesOf(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) =>
    field.kind === 'group' ? leavesOf(field.fields) : field.kind === 'rows' ? [] : [field],
  );
}
