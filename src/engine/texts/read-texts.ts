import { type Problem, problem } from '../problem.js';
import { parseJson } from '../procedure/parse-json.js';
import type { ProcedureFiles } from '../procedure/procedure.js';
import { isObject, pointer } from '../workflow/object-reader.js';
import type { Translate } from './translate-form.js';
import type { FindEnglish } from './translate-template.js';

/** The English of a procedure: a flat object, the Japanese as it is written in the procedure → English. */
export const ENGLISH_FILE = 'texts/en.json';

/** Japanese → English; empty when the folder brings none. What is wrong with the file goes to `problems`. */
export function readEnglish(files: ProcedureFiles, problems: Problem[]): ReadonlyMap<string, string> {
  const text = Object.hasOwn(files, ENGLISH_FILE) ? files[ENGLISH_FILE] : undefined;
  if (text === undefined) return new Map();
  const parsed = parseJson(ENGLISH_FILE, text);
  if (!parsed.ok) {
    problems.push(...parsed.problems);
    return new Map();
  }
  if (!isObject(parsed.value)) {
    problems.push(problem(`${ENGLISH_FILE}#`, 'wrong-shape', { expected: 'object' }));
    return new Map();
  }
  return new Map(
    Object.entries(parsed.value).flatMap(([japanese, english]) => {
      if (japanese === '$schema') return [];
      if (typeof english === 'string' && english.trim() !== '') return [[japanese, english] as const];
      problems.push(problem(pointer(`${ENGLISH_FILE}#`, japanese), 'wrong-shape', { expected: 'text' }));
      return [];
    }),
  );
}

/**
 * Says what the procedure says in English; Japanese where it has no English.
 *
 * @param files of a folder that compiled, or those of them that the browser gets
 */
export function englishOf(files: ProcedureFiles): Translate {
  const english = readEnglish(files, []);
  return (text) => english.get(text) ?? text;
}

/** As `englishOf`, for whoever must know that there is none. */
export function englishIn(files: ProcedureFiles): FindEnglish {
  const english = readEnglish(files, []);
  return (text) => english.get(text);
}
