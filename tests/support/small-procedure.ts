import {
  compileForm,
  evaluateAnswers,
  type Answers,
  type Evaluation,
  type Form,
  type PageValidators,
  type Problem,
} from '#engine';
import { buildPageValidators } from '../../src/procedures/page-validators.js';

/** Pages as an author writes them in form.schema.json, by name. */
export type SmallPages = Readonly<Record<string, unknown>>;

export interface SmallForm {
  readonly pages: SmallPages;
  readonly ui?: unknown;
  readonly defs?: unknown;
  readonly check?: unknown;
  /** File name without folder and ending → CSV. */
  readonly tables?: Readonly<Record<string, string>>;
}

/** The files of a procedure that is nothing but a form. */
export function formFiles({ pages, ui = {}, defs, check, tables = {} }: SmallForm): Record<string, string> {
  const schema = { type: 'object', properties: pages, $defs: defs, 'x-check': check };
  return {
    'procedure.json': JSON.stringify({ id: 'small' }),
    'form.schema.json': JSON.stringify(schema),
    'form.ui.json': JSON.stringify(ui),
    ...Object.fromEntries(Object.entries(tables).map(([name, csv]) => [`tables/${name}.csv`, csv])),
  };
}

/** A page of these fields, all of them required unless said otherwise. */
export function page(
  fields: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): unknown {
  return { type: 'object', title: 'ページ', properties: fields, ...more };
}

/** @throws when the form has problems, naming them */
export function smallForm(form: SmallForm): Form {
  const compiled = compileForm(formFiles(form));
  if (!compiled.ok) throw new Error(compiled.problems.map((one) => JSON.stringify(one)).join('\n'));
  return compiled.form;
}

/** What the compiler says against a form. */
export function formProblems(form: SmallForm): readonly Problem[] {
  const compiled = compileForm(formFiles(form));
  return compiled.ok ? [] : compiled.problems;
}

/** The verdict over answers on 2021-11-05. */
export function evaluate(form: Form, answers: Answers): Evaluation {
  const validators = built.get(form) ?? buildPageValidators(form).functions;
  built.set(form, validators);
  return evaluateAnswers(form, answers, { today: '2021-11-05' }, validators);
}

const built = new WeakMap<Form, PageValidators>();
