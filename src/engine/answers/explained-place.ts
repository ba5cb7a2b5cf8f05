import type { Facts } from '../expression/index.js';
import { EvaluationError, type Explanation, type Expression } from '../expression/index.js';
import type { Field, Form } from '../procedure/procedure.js';
import type { Evaluation } from './answers.js';
import type { FieldOf } from './formula-in-words.js';
import { ownValue } from './members.js';
import { fieldPathAt } from './resolve-pointer.js';

/** What an expression at one place of the answers read, and what its names mean there. */
export interface ExplainedPlace {
  /** Null for a page. */
  readonly field: Field | null;
  readonly value: unknown;
  readonly fieldOf: FieldOf;
  /** The sub-results; null when the expression fails, which is a problem of its own. */
  readonly explain: (expression: Expression) => Explanation | null;
}

/** @param pointer JSON Pointer, rows by number: `/sales/rows/0/daily` */
export function explainedPlace(form: Form, pointer: string, evaluation: Evaluation): ExplainedPlace {
  const steps = pointer.split('/').slice(1);
  const row = steps.findIndex((step) => /^\d+$/.test(step));
  const repeat = row === -1 ? null : steps.slice(0, row).join('.');
  const rowFact = row === -1 ? {} : { row: valueAt(evaluation.answers, steps.slice(0, row + 1)) };
  const facts: Facts = { ...evaluation.answers, ...evaluation.context, tables: form.tables, ...rowFact };
  return {
    field: form.fields.get(fieldPathAt(pointer)) ?? null,
    value: valueAt(evaluation.answers, steps),
    fieldOf: fieldNamer(form, repeat),
    explain: (expression) => explainOrNull(expression, facts),
  };
}

export function explainOrNull(expression: Expression, facts: Facts): Explanation | null {
  try {
    return expression.explain(facts);
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}

/** Finds the field that a name in an expression stands for: `row.amount`, and `sales.rows.amount` for the column. */
export function fieldNamer(form: Form, repeat: string | null): FieldOf {
  return (name) => {
    const named = name.startsWith('row.') && repeat !== null ? `${repeat}[]${name.slice(3)}` : name;
    return form.fields.get(named) ?? form.fields.get(throughRepeat(form, named)) ?? null;
  };
}

function throughRepeat(form: Form, name: string): string {
  const steps = name.split('.');
  const parent = steps.slice(0, -1).join('.');
  return form.fields.get(parent)?.kind === 'rows' ? `${parent}[].${steps.at(-1) ?? ''}` : name;
}

function valueAt(answers: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : ownValue(value, step)),
    answers,
  );
}
