import { type Explanation, toJson } from '../expression/index.js';
import type { Language } from '../problem-text/words.js';
import type { Form } from '../procedure/procedure.js';
import type { Evaluation } from './answers.js';
import { explainedPlace } from './explained-place.js';
import { type FieldOf, formulaInWords, type Named } from './formula-in-words.js';
import { FORMULA_WORDS } from './formula-words.js';
import { valueInWords } from './value-in-words.js';

/** An answer that went into something, in words. */
export interface ExplainedInput {
  readonly title: string;
  readonly value: string;
}

/** How a computed value came about, in the words of the form. */
export interface ExplainedValue {
  readonly title: string;
  readonly value: string;
  /** The part of the computation that was used: titles instead of names, the branch taken instead of its condition. */
  readonly formula: string;
  /** The answers that went into it, in the order in which they were read; what has no answer is left out. */
  readonly inputs: readonly ExplainedInput[];
}

/**
 * Explains one computed value: 「日額 ＝ （「売上」（100,001円） × 0.4）の千円未満切上げ（下限 40,000円・上限 100,000円）」.
 * Null when the field at the pointer is not computed or has no value.
 *
 * @param pointer JSON Pointer: `/amount/total`, `/sales/rows/0/daily`
 */
export function explainComputed(
  form: Form,
  pointer: string,
  evaluation: Evaluation,
  language: Language,
): ExplainedValue | null {
  const { field, value, fieldOf, explain } = explainedPlace(form, pointer, evaluation);
  if (!field?.compute || value === undefined || value === null) return null;
  const explanation = explain(field.compute);
  if (!explanation) return null;
  const equals = FORMULA_WORDS[language].signs['='] ?? '=';
  return {
    title: field.title,
    value: valueInWords(field, value, language),
    formula: `${field.title} ${equals} ${formulaInWords(explanation, field, fieldOf, language)}`,
    inputs: inputsOf(explanation, fieldOf, language),
  };
}

/** The answers that were read, each once; what has no answer is left out. */
export function inputsOf(
  explanation: Explanation,
  fieldOf: FieldOf,
  language: Language,
): readonly ExplainedInput[] {
  return fieldsRead(explanation, fieldOf).flatMap(({ field, node }) => {
    const value = toJson(node.value);
    return value === null ? [] : [{ title: field.title, value: valueInWords(field, value, language) }];
  });
}

/** The questions whose answers took part, each once, in the order in which they were read. */
export function fieldsRead(
  explanation: Explanation,
  fieldOf: FieldOf,
): readonly { readonly field: Named; readonly node: Explanation }[] {
  const found = new Map<string, { readonly field: Named; readonly node: Explanation }>();
  const visit = (node: Explanation): void => {
    const field = fieldOf(node.source.replace(/\s+/g, ''));
    if (!field || field.kind === 'rows' || field.kind === 'group') node.children.forEach(visit);
    else if (!found.has(field.path)) found.set(field.path, { field, node });
  };
  visit(explanation);
  return [...found.values()];
}
