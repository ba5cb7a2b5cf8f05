import { EvaluationError, type Explanation, type Facts, toJson } from '../expression/index.js';
import type { Field, Form } from '../procedure/procedure.js';
import type { Evaluation } from './answers.js';
import { formulaInWords, valueInWords } from './formula-in-words.js';
import { ownValue } from './members.js';

/** How a computed value came about, in the words of the form. */
export interface ExplainedValue {
  readonly title: string;
  readonly value: string;
  /** The part of the computation that was used: titles instead of names, the branch taken instead of its condition. */
  readonly formula: string;
  /** The answers that went into it, in the order in which they were read; what has no answer is left out. */
  readonly inputs: readonly { readonly title: string; readonly value: string }[];
}

/**
 * Explains one computed value. Null when the field at the pointer is not computed or has no value.
 *
 * @param pointer JSON Pointer: `/amount/total`, `/sales/rows/0/daily`
 */
export function explainComputed(form: Form, pointer: string, evaluation: Evaluation): ExplainedValue | null {
  const steps = pointer.split('/').slice(1);
  const row = steps.findIndex((step) => /^\d+$/.test(step));
  const repeat = row === -1 ? null : steps.slice(0, row).join('.');
  const path = repeat === null ? steps.join('.') : [`${repeat}[]`, ...steps.slice(row + 1)].join('.');
  const field = form.fields.get(path);
  const value = valueAt(evaluation.answers, steps);
  if (!field?.compute || value === undefined || value === null) return null;
  const rowFact = row === -1 ? {} : { row: valueAt(evaluation.answers, steps.slice(0, row + 1)) };
  const facts: Facts = { ...evaluation.answers, ...evaluation.context, tables: form.tables, ...rowFact };
  const fieldOf = (name: string): Field | null => {
    const named = name.startsWith('row.') && repeat !== null ? `${repeat}[]${name.slice(3)}` : name;
    return form.fields.get(named) ?? form.fields.get(throughRepeat(form, named)) ?? null;
  };
  try {
    const explanation = field.compute.explain(facts);
    return {
      title: field.title,
      value: valueInWords(field, value),
      formula: `${field.title} ＝ ${formulaInWords(explanation, field, fieldOf)}`,
      inputs: inputsOf(explanation, fieldOf),
    };
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}

function valueAt(answers: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : ownValue(value, step)),
    answers,
  );
}

/** `sales.rows.amount`, the column of a repeat, is the field `sales.rows[].amount`. */
function throughRepeat(form: Form, name: string): string {
  const steps = name.split('.');
  const parent = steps.slice(0, -1).join('.');
  return form.fields.get(parent)?.kind === 'rows' ? `${parent}[].${steps.at(-1) ?? ''}` : name;
}

function inputsOf(
  explanation: Explanation,
  fieldOf: (name: string) => Field | null,
): ExplainedValue['inputs'] {
  const inputs = new Map<string, { readonly title: string; readonly value: string }>();
  const visit = (node: Explanation): void => {
    const field = fieldOf(node.source.replace(/\s+/g, ''));
    if (!field || field.kind === 'rows' || field.kind === 'group') {
      node.children.forEach(visit);
      return;
    }
    const value = toJson(node.value);
    if (value !== null && !inputs.has(field.path))
      inputs.set(field.path, { title: field.title, value: valueInWords(field, value) });
  };
  visit(explanation);
  return [...inputs.values()];
}
