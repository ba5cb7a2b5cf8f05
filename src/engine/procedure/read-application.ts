import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { ObjectReader } from '../workflow/object-reader.js';
import { isSafeName } from '../workflow/safe-name.js';
import type { ApplicationFact, ApplicationRule, ApplicationStatus } from './procedure.js';
import type { DraftField } from './read-field.js';

export const APPLICATION_STATUSES: readonly ApplicationStatus[] = [
  'open',
  'approved',
  'refused',
  'dismissed',
  'withdrawn',
];

/** What of an application can be taken over beside its answers. Days are civil dates in Japan. */
export const APPLICATION_FACTS = ['subject', 'status', 'submitted_on', 'closed_on'] as const;

/** `x-from-application` as written, and where its question is named. */
export interface DraftFact {
  readonly fact: ApplicationFact;
  readonly path: string;
}

/** `"x-application": { "procedure": "gold-sticker", "status": ["approved"], "elsewhere": true }` */
export function readApplicationRule(source: ObjectReader, insideRepeat: boolean): ApplicationRule | null {
  if (!source.has('x-application')) return null;
  const { value, path } = source.at('x-application');
  const reader = new ObjectReader(value, path, source.problems, ['procedure', 'status', 'elsewhere']);
  if (insideRepeat) source.report(path, 'application-in-rows', { key: 'x-application' });
  for (const key of ['x-compute', 'x-from-application', 'format', 'const', 'default']) {
    if (source.has(key)) source.report(source.at(key).path, 'application-not-alone', { key });
  }
  const one = reader.at('procedure').value;
  const procedures = Array.isArray(one) ? reader.texts('procedure') : [reader.text('procedure')];
  const statuses = reader.texts('status').flatMap((status, index) => {
    const known = APPLICATION_STATUSES.find((candidate) => candidate === status);
    if (known) return [known];
    const suggestion = nearestName(status, APPLICATION_STATUSES);
    const choices = APPLICATION_STATUSES.join(', ');
    source.report(`${reader.at('status').path}/${index}`, 'unknown-choice', {
      value: status,
      ...(suggestion === undefined ? {} : { suggestion }),
      choices,
    });
    return [];
  });
  return {
    procedures,
    statuses: reader.has('status') ? statuses : STANDING,
    elsewhere: reader.flag('elsewhere'),
  };
}

/** Whatever was not given up or turned away. */
const STANDING: readonly ApplicationStatus[] = ['open', 'approved'];

/** `"x-from-application": { "question": "store.gold_ref", "fact": "answers.store.name" }` */
export function readFact(source: ObjectReader, required: boolean, insideRepeat: boolean): DraftFact | null {
  if (!source.has('x-from-application')) return null;
  const { value, path } = source.at('x-from-application');
  const reader = new ObjectReader(value, path, source.problems, ['question', 'fact']);
  if (insideRepeat) source.report(path, 'application-in-rows', { key: 'x-from-application' });
  for (const key of ['x-compute', 'x-prefill', 'default', 'const']) {
    if (source.has(key)) source.report(source.at(key).path, 'application-not-alone', { key });
  }
  // Nobody could cure it where the application is another office's.
  if (required) source.report(path, 'application-not-alone', { key: 'required' });
  const fact = reader.text('fact');
  if (fact !== '' && !isFact(fact)) {
    source.report(reader.at('fact').path, 'unknown-application-fact', {
      fact,
      known: [...APPLICATION_FACTS, 'answers.…'].join(', '),
    });
  }
  return { fact: { question: reader.text('question'), fact }, path: reader.at('question').path };
}

/** `answers.store.name`, or one of the list. */
export function isFact(text: string): boolean {
  const [root, ...names] = text.split('.');
  if (root !== 'answers') return APPLICATION_FACTS.some((fact) => fact === text);
  return names.length > 1 && names.every(isSafeName);
}

/** Every `x-from-application` names a question that refers to an application. */
export function checkFacts(fields: readonly DraftField[], problems: Problem[]): void {
  const all = fields.flatMap(within);
  const questions = all.filter((field) => field.application !== null).map((field) => field.path);
  for (const { fromApplication } of all) {
    if (!fromApplication || fromApplication.fact.question === '') continue;
    const { question } = fromApplication.fact;
    if (questions.includes(question)) continue;
    const suggestion = nearestName(question, questions);
    problems.push(
      problem(
        fromApplication.path,
        'no-application-question',
        suggestion === undefined ? { name: question } : { name: question, suggestion },
      ),
    );
  }
}

function within(field: DraftField): readonly DraftField[] {
  return [field, ...field.fields.flatMap(within)];
}
