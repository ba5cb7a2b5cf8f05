import { type Problem, problem } from '../problem.js';
import type { Folder } from '../procedure/rules/rule.js';
import { pointer } from '../workflow/object-reader.js';
import { screenTexts } from './procedure-texts.js';
import { ENGLISH_FILE, readEnglish } from './read-texts.js';
import { hasSamePlaceholders, templateSentences } from './translate-template.js';

/** Texts that a problem names; the rest it counts. */
const MOST_NAMED = 3;
/** Letters of a text by which it is known. */
const NAMED_LENGTH = 30;

/**
 * The shape of `texts/en.json` and the placeholders of its mails (errors); what applicants read without English, mails
 * that stay Japanese, English that nothing needs (warnings).
 */
export function checkEnglish({
  files,
  info,
  form,
  workflow,
  eligibility,
  messages,
}: Folder): readonly Problem[] {
  const problems: Problem[] = [];
  const english = readEnglish(files, problems);
  for (const file of Object.keys(files)) {
    if (file.startsWith('texts/') && file !== ENGLISH_FILE)
      problems.push(problem(file, 'unknown-file', { file, suggestion: ENGLISH_FILE }));
  }
  if (!info || !form || !workflow || problems.length > 0) return problems;
  const needed = screenTexts({
    info,
    form,
    workflow,
    messages: new Map(),
    notices: new Map(),
    eligibility,
  });
  const missing = needed.filter((text) => !english.has(text));
  if (missing.length > 0) problems.push(englishMissing(missing, needed.length));
  const known = new Set(needed);
  for (const [name, template] of messages) {
    const sentences = [...new Set(templateSentences(template))];
    for (const sentence of sentences) {
      known.add(sentence);
      const found = english.get(sentence);
      if (found === undefined || hasSamePlaceholders(sentence, found)) continue;
      problems.push(
        problem(pointer(`${ENGLISH_FILE}#`, sentence), 'english-placeholders', { text: shortened(sentence) }),
      );
    }
    const left = sentences.filter((sentence) => !english.has(sentence));
    // Without any English the procedure is in Japanese, and one warning says so.
    if (left.length > 0 && english.size > 0)
      problems.push(
        warning(`messages/${name}.md`, 'mail-without-english', { count: left.length, texts: namesOf(left) }),
      );
  }
  for (const text of english.keys()) {
    if (known.has(text)) continue;
    problems.push(warning(pointer(`${ENGLISH_FILE}#`, text), 'english-unused', { text: shortened(text) }));
  }
  return problems;
}

function englishMissing(missing: readonly string[], needed: number): Problem {
  return warning(`${ENGLISH_FILE}#`, 'english-missing', {
    count: missing.length,
    of: needed,
    texts: namesOf(missing),
  });
}

function namesOf(texts: readonly string[]): string {
  const named = texts.slice(0, MOST_NAMED).map((text) => `「${shortened(text)}」`);
  return `${named.join('')}${texts.length > MOST_NAMED ? '…' : ''}`;
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= NAMED_LENGTH ? text : `${letters.slice(0, NAMED_LENGTH).join('')}…`;
}

function warning(path: string, code: string, params: NonNullable<Problem['params']>): Problem {
  return { path, code, level: 'warning', params };
}
