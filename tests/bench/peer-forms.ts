import * as formio from '@formio/core';
import { Model } from 'survey-core';
import { type Answers, type Field, type Form, FORMATS } from '#engine';

/** Good or not, by another engine on the same answers. */
export type Verdict = (answers: Answers) => boolean;

/** The conditions of the bench procedure, in the words of each peer. */
interface Condition {
  readonly survey: string;
  readonly formio: string;
}

const CONDITIONS: Readonly<Record<string, Condition>> = {
  'applicant.kind = "corporation"': {
    survey: "{applicant.kind} = 'corporation'",
    formio: 'show = data.applicant.kind === "corporation";',
  },
  'applicant.kind = "individual"': {
    survey: "{applicant.kind} = 'individual'",
    formio: 'show = data.applicant.kind === "individual";',
  },
  'plan.category = "other"': {
    survey: "{plan.category} = 'other'",
    formio: 'show = data.plan.category === "other";',
  },
  'plan.starts_on != null and date(plan.starts_on) < today + duration("P30D")': {
    survey: "{plan.starts_on} notempty and {plan.starts_on} < '2026-12-05'",
    formio: 'show = Boolean(data.plan.starts_on) && data.plan.starts_on < "2026-12-05";',
  },
  'plan.other_support': {
    survey: '{plan.other_support} = true',
    formio: 'show = data.plan.other_support === true;',
  },
};

/** The computed values of the bench procedure for each peer; the table of rates, which neither has, is left out for them. */
const COMPUTED: Readonly<Record<string, Condition>> = {
  'amount.eligible': {
    survey:
      '{plan.equipment_cost} + {plan.work_cost} - iif({plan.other_support} = true, {plan.other_support_amount}, 0)',
    formio:
      'value = data.plan.equipment_cost + data.plan.work_cost - (data.plan.other_support ? data.plan.other_support_amount : 0);',
  },
  'amount.rate': { survey: '0.5', formio: 'value = 0.5;' },
  'amount.grant': {
    survey: 'min({amount.eligible} * {amount.rate}, 1500000)',
    formio: 'value = Math.min(Math.floor((data.amount.eligible * data.amount.rate) / 1000) * 1000, 1500000);',
  },
};

function conditionOf(field: Field): Condition | undefined {
  if (!field.askWhen) return undefined;
  const condition = CONDITIONS[field.askWhen.source];
  if (!condition) throw new Error(`No peer's words for the condition ${field.askWhen.source}`);
  return condition;
}

function patternOf(field: Field): string | undefined {
  const known = field.format === null ? undefined : FORMATS[field.format as keyof typeof FORMATS];
  return known?.pattern.source;
}

/** SurveyJS: one model, as a page of its library would keep it; new answers are set and the whole is validated. */
export function surveyVerdict(form: Form): Verdict {
  const leaves = form.pages.flatMap((page) => page.fields);
  const model = new Model({
    pages: form.pages.map((page) => ({
      name: page.name,
      elements: page.fields.map((field) => surveyElement(field)),
    })),
  });
  return (answers) => {
    const flat: Record<string, unknown> = {};
    for (const field of leaves) {
      const [page = '', name = ''] = field.path.split('.');
      const value = (answers[page] as Readonly<Record<string, unknown>> | undefined)?.[name];
      if (value !== undefined) flat[surveyName(field.path)] = value;
    }
    model.data = flat;
    return model.validate(false, false) === true;
  };
}

/** SurveyJS keeps answers flat; a dot in a name would be a path. */
function surveyName(path: string): string {
  return path.replace('.', '__');
}

function surveyElement(field: Field): Readonly<Record<string, unknown>> {
  const { schema } = field;
  const pattern = patternOf(field);
  const named = (expression: string) =>
    expression.replace(/\{(\w+)\.(\w+)\}/g, (_, page: string, name: string) => `{${page}__${name}}`);
  const condition = conditionOf(field);
  const computed = COMPUTED[field.path];
  const shared = {
    name: surveyName(field.path),
    title: field.title,
    isRequired: field.required && !computed,
    ...(condition && { visibleIf: named(condition.survey) }),
  };
  if (computed) return { ...shared, type: 'expression', expression: named(computed.survey) };
  if (field.options) {
    const choices = field.options.map(({ value, title }) => ({ value, text: title }));
    return { ...shared, type: 'dropdown', choices };
  }
  if (field.kind === 'boolean') return { ...shared, type: 'boolean' };
  const validators = [
    ...(pattern === undefined ? [] : [{ type: 'regex', regex: pattern }]),
    ...(schema['maxLength'] === undefined && schema['minLength'] === undefined
      ? []
      : [{ type: 'text', minLength: schema['minLength'], maxLength: schema['maxLength'] }]),
    ...(field.kind === 'number' || field.kind === 'integer'
      ? [{ type: 'numeric', minValue: schema['minimum'], maxValue: schema['maximum'] }]
      : []),
  ];
  return { ...shared, type: 'text', validators };
}

/** Form.io: its server-side pass (conditions, calculation, validation) over the components of the form. */
export function formioVerdict(form: Form): Verdict {
  const components = form.pages.map((page) => ({
    type: 'container',
    key: page.name,
    input: true,
    components: page.fields.map((field) => formioComponent(field)),
  }));
  return (answers) => {
    const data = structuredClone(answers) as Record<string, unknown>;
    const scope = { errors: [] as readonly unknown[] };
    formio.processSync({
      form: { components },
      submission: { data },
      components,
      data,
      scope,
      processors: formio.ProcessTargets.evaluator,
      config: { server: true },
    } as unknown as Parameters<typeof formio.processSync>[0]);
    return scope.errors.length === 0;
  };
}

function formioComponent(field: Field): Readonly<Record<string, unknown>> {
  const { schema } = field;
  const condition = conditionOf(field);
  const computed = COMPUTED[field.path];
  const type = field.options
    ? 'select'
    : field.kind === 'boolean'
      ? 'checkbox'
      : field.kind === 'number' || field.kind === 'integer'
        ? 'number'
        : 'textfield';
  return {
    type,
    key: field.name,
    label: field.title,
    input: true,
    // A box that is not ticked would count as unanswered there.
    validate: {
      required: field.required && type !== 'checkbox' && !computed,
      ...(patternOf(field) !== undefined && { pattern: patternOf(field) }),
      ...(schema['minLength'] !== undefined && { minLength: schema['minLength'] }),
      ...(schema['maxLength'] !== undefined && { maxLength: schema['maxLength'] }),
      ...(schema['minimum'] !== undefined && { min: schema['minimum'] }),
      ...(schema['maximum'] !== undefined && { max: schema['maximum'] }),
    },
    ...(field.options && {
      data: { values: field.options.map(({ value, title }) => ({ value, label: title })) },
      dataSrc: 'values',
    }),
    ...(condition && { customConditional: condition.formio }),
    ...(computed && { calculateValue: computed.formio }),
  };
}
