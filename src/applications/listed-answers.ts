import {
  answersInForce,
  answerText,
  type ApplicationFacts,
  type Field,
  type Procedure,
  searchKey,
  type WorkflowState,
} from '#engine';
import { valueAt } from './answer-at.js';
import { searchPairs } from './search-pairs.js';

/** What is kept of an application for lists and for searching a question. */
export interface ListedAnswers {
  readonly rows: readonly { readonly field: string; readonly sort: string; readonly value: unknown }[];
  /** Path → the answer as search compares it. */
  readonly keys: Readonly<Record<string, string>>;
  /** Pairs of neighbouring characters, each behind the path of its question. */
  readonly pairs: readonly string[];
}

/** The listed answers as they count now: a value set by an official in place of a computed one. */
export function listedAnswersOf(
  procedure: Procedure,
  state: Pick<WorkflowState, 'overrides'>,
  facts: Pick<ApplicationFacts, 'answers' | 'submittedOn'>,
): ListedAnswers {
  const { form, workflow } = procedure;
  const answers = answersInForce(procedure, state, facts);
  const listed = workflow.lists.fields.flatMap((path) => {
    const field = form.fields.get(path);
    if (!field) return [];
    const value = valueAt(answers, path) ?? null;
    const key = value === null ? '' : searchKey(`${String(value)} ${answerText(form, field, value, 'ja')}`);
    return [{ field: path, value, sort: sortText(field, value), key }];
  });
  return {
    rows: listed.map(({ field, sort, value }) => ({ field, sort, value })),
    keys: Object.fromEntries(listed.map(({ field, key }) => [field, key])),
    pairs: listed.flatMap(({ field, key }) => listedPairs(field, key)),
  };
}

export function listedPairs(field: string, key: string): readonly string[] {
  return searchPairs(key).map((pair) => `${field}/${pair}`);
}

/** Longer texts sort by their beginning. */
const LONGEST = 80;

/** A text that sorts, byte by byte, as the values do: numbers by size, choices as they are offered. */
function sortText(field: Field, value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    const digits = (size: number): string => size.toFixed(6).padStart(26, '0');
    return value < 0 ? `0${digits(1e18 + value)}` : `1${digits(value)}`;
  }
  const place = field.options?.findIndex((option) => option.value === value) ?? -1;
  if (place >= 0) return String(place).padStart(6, '0');
  return searchKey(String(value)).slice(0, LONGEST);
}
