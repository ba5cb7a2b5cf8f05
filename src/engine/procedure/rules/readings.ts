import { type Problem, warning } from '../../problem.js';
import { type Question, questionsOf } from './questions.js';
import type { Folder } from './rule.js';

const READINGS = new Set<string | null>(['kana', 'zengin-name']);

/**
 * A person and a corporation are called, and searched, by the reading of their name: each name has one beside it,
 * between the name before and the name after it.
 */
export function checkReadings({ form, places }: Folder): readonly Problem[] {
  if (!form) return [];
  const siblings = new Map<string, Question[]>();
  for (const question of questionsOf(form)) {
    const container = question.within.at(-1)?.path ?? question.page.name;
    const known = siblings.get(container);
    if (known) known.push(question);
    else siblings.set(container, [question]);
  }
  return [...siblings.values()]
    .flatMap(namesWithoutReading)
    .map(({ path, title }) => warning(places.get(path) ?? '', 'reading-missing', { title }));
}

function namesWithoutReading(questions: readonly Question[]): readonly Question['field'][] {
  const places = questions.map((_, index) => index);
  const names = places.filter((index) => asksForName(questions[index]));
  const readings = places.filter((index) => READINGS.has(questions[index]?.field.format ?? null));
  const used = new Set<number>();
  return names.flatMap((at, nth) => {
    const [before, after] = [names[nth - 1] ?? -1, names[nth + 1] ?? questions.length];
    const reading = readings.find((index) => index > before && index < after && !used.has(index));
    if (reading !== undefined) used.add(reading);
    return reading === undefined ? (questions[at]?.field ?? []) : [];
  });
}

/** Told from where its first value comes from, from what browsers fill in, or from how its title ends. */
function asksForName(question: Question | undefined): boolean {
  if (!question) return false;
  const { field, ui } = question;
  if (field.kind !== 'text' || field.compute || field.fromApplication || field.format !== null) return false;
  return (
    /^profile\.(?:representative_)?name$/.test(field.prefill ?? '') ||
    (field.prefill === null && ui['ui:autocomplete'] === 'name') ||
    /(?:氏名|法人名|会社名|法人の名称)(?:（[^）]*）)?$/u.test(field.title)
  );
}
