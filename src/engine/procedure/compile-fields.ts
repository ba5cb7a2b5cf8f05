import { compileExpression, type Expression, type FeelType, type Scope } from '../expression/index.js';
import { type Problem, problem } from '../problem.js';
import { expressionProblems } from './expression-problems.js';
import { closedObject, contextOf } from './kinds/containers.js';
import type { Field, FieldKind, Page } from './procedure.js';
import { asChild, type DraftField, type Source } from './read-field.js';
import type { DraftPage } from './read-form.js';

/** The FEEL types an `x-compute` may give to a question of each kind. */
const COMPUTED_AS: Readonly<Partial<Record<FieldKind, FeelType['kind']>>> = {
  text: 'string',
  choice: 'string',
  date: 'date',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  choices: 'list',
};

/** Compiles the expressions of one form against its scope and collects what is wrong with them. */
export class FormExpressions {
  constructor(
    readonly scope: Scope,
    readonly problems: Problem[],
  ) {}

  compile(source: Source | null, scope: Scope, expected: FeelType['kind']): Expression | null {
    if (!source) return null;
    const result = compileExpression(source.text, scope);
    if (!result.ok) {
      this.problems.push(...expressionProblems(source.path, source.text, result.problems));
      return null;
    }
    const actual = result.expression.type.kind;
    if (actual !== expected && actual !== 'any' && actual !== 'null') {
      const code = expected === 'boolean' ? 'condition-not-boolean' : 'expression-wrong-result';
      this.problems.push(problem(source.path, code, { expected, actual }));
      return null;
    }
    return result.expression;
  }

  page(draft: DraftPage, ui: Page['ui']): Page {
    return {
      name: draft.name,
      title: draft.title,
      description: draft.description,
      purpose: draft.purpose,
      askWhen: this.compile(draft.askWhen, this.scope, 'boolean'),
      fields: draft.fields.map((field) => this.field(field, this.scope)),
      schema: closedObject(draft.fields.map(asChild)),
      ui,
    };
  }

  private field(draft: DraftField, scope: Scope): Field {
    const { rules, reading } = draft;
    return {
      name: draft.name,
      path: draft.path,
      title: draft.title,
      description: draft.description,
      kind: rules.kind,
      format: typeof reading.schema['format'] === 'string' ? reading.schema['format'] : null,
      unit: draft.unit,
      required: draft.required,
      consent: draft.consent,
      askWhen: this.compile(draft.askWhen, scope, 'boolean'),
      compute: this.compile(draft.compute, scope, computedAs(draft)),
      prefill: draft.prefill,
      default: draft.default,
      attachment: reading.attachment,
      application: draft.application,
      fromApplication: draft.fromApplication?.fact ?? null,
      options: reading.options,
      sensitive: draft.sensitive,
      purpose: draft.purpose,
      retentionYears: draft.retentionYears,
      examples: draft.examples,
      fields: draft.fields.map((child) => this.field(child, rowScope(draft, scope))),
      schema: reading.schema,
    };
  }
}

/** Inside a repeat `row` is the current row. */
export function rowScope(draft: DraftField, scope: Scope): Scope {
  return draft.rules.kind === 'rows' ? { ...scope, row: contextOf(draft.fields.map(asChild)) } : scope;
}

function computedAs(draft: DraftField): FeelType['kind'] {
  const numeric = draft.rules.kind === 'choice' && draft.type.kind === 'number';
  return numeric ? 'number' : (COMPUTED_AS[draft.rules.kind] ?? 'any');
}
