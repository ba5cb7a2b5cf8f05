import { englishIn, type FindEnglish, type Procedure, translateProcedure } from '#engine';
import type { CompiledVersion } from './procedure-library.js';

/** A procedure's English: its screens in it, and how its mails get into it. */
export interface EnglishWords {
  readonly procedure: Procedure;
  readonly find: FindEnglish;
}

const inEnglish = new WeakMap<Procedure, EnglishWords>();

/** The version with the words that applicants read in that language: for views alone, never to decide or to record. */
export function inLanguage<T extends Pick<CompiledVersion, 'procedure' | 'files'>>(
  version: T,
  language: 'ja' | 'en',
): T {
  return language === 'ja' ? version : { ...version, procedure: procedureInEnglish(version) };
}

export function procedureInEnglish(version: Pick<CompiledVersion, 'procedure' | 'files'>): Procedure {
  return englishWords(version).procedure;
}

export function englishWords({
  procedure,
  files,
}: Pick<CompiledVersion, 'procedure' | 'files'>): EnglishWords {
  const known = inEnglish.get(procedure);
  if (known) return known;
  const find = englishIn(files);
  const words = { procedure: translateProcedure(procedure, (text) => find(text) ?? text), find };
  inEnglish.set(procedure, words);
  return words;
}
