import { englishOf, type Procedure, translateProcedure } from '#engine';
import type { CompiledVersion } from './procedure-library.js';

const inEnglish = new WeakMap<Procedure, Procedure>();

/** The version with the words that applicants read in that language: for views alone, never to decide or to record. */
export function inLanguage<T extends Pick<CompiledVersion, 'procedure' | 'files'>>(
  version: T,
  language: 'ja' | 'en',
): T {
  return language === 'ja' ? version : { ...version, procedure: procedureInEnglish(version) };
}

export function procedureInEnglish({
  procedure,
  files,
}: Pick<CompiledVersion, 'procedure' | 'files'>): Procedure {
  const known = inEnglish.get(procedure);
  if (known) return known;
  const translated = translateProcedure(procedure, englishOf(files));
  inEnglish.set(procedure, translated);
  return translated;
}
