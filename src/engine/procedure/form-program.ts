import {
  type FeelType,
  packExpression,
  type PackedExpression,
  type Parts,
  partsNamedIn,
  patternsIn,
  type Expression,
  type Scope,
} from '../expression/index.js';
import { FORM_PROGRAM_FORMAT, UNSAID } from './form-program-format.js';
import { arePlainPatterns } from './pattern/are-plain-patterns.js';
import type { Check, Field, Form, JsonSchema, Page, Tables } from './procedure.js';
import { rowScopeAt } from './row-scope.js';

/**
 * A form as plain JSON, compiled as far as it can be without closures: the browser links it (`linkForm`) and carries
 * neither the parser nor the rules for files. It holds what filling in needs, no more: tables that expressions read,
 * and no member that says nothing.
 */
export interface FormProgram {
  readonly format: typeof FORM_PROGRAM_FORMAT;
  readonly id: string;
  readonly pages: readonly PageProgram[];
  readonly checks: readonly CheckProgram[];
  readonly tables: Tables;
  readonly scope: Scope;
  /** What its functions need beside the evaluator. */
  readonly parts: readonly PartName[];
}

/** `plainPatterns` in the place of `patterns` where the browser's own engine finds the same as RE2. */
export type PartName = keyof Parts | 'plainPatterns';

type Packed<T> = { readonly [K in keyof T]: T[K] extends Expression | null ? PackedExpression | null : T[K] };

export interface PageProgram extends Omit<Packed<Page>, 'fields'> {
  readonly fields: readonly FieldProgram[];
}

type Said = Omit<Packed<Field>, 'default'>;
type Needless = keyof typeof UNSAID | 'askWhen' | 'compute';

export interface FieldProgram extends Omit<Said, Needless | 'fields'>, Partial<Pick<Said, Needless>> {
  readonly default?: unknown;
  readonly fields?: readonly FieldProgram[];
}

/** Steps by their place on the screen. */
export interface CheckProgram extends Omit<Check, 'expression'> {
  readonly expression: PackedExpression;
  readonly owner: number | null;
  readonly targetStep: number | null;
  readonly repeat: number | null;
}

/** @param form that compiled */
export function packForm(form: Form): FormProgram {
  const all = expressionsOf(form);
  const { scope } = form;
  const tables = tablesRead(form, all);
  return {
    format: FORM_PROGRAM_FORMAT,
    id: form.id,
    pages: form.pages.map(({ askWhen, fields, ...page }) => ({
      ...page,
      askWhen: askWhen && packExpression(askWhen, scope),
      fields: fields.map((field) => packField(field, form, scope)),
    })),
    checks: form.plan.checks.map(({ check, owner, target, repeat }) => ({
      ...check,
      expression: packExpression(check.expression, rowScopeAt(form, check.perRow)),
      owner: owner?.place ?? null,
      targetStep: target?.place ?? null,
      repeat: repeat?.place ?? null,
    })),
    tables: Object.fromEntries(Object.entries(form.tables).filter(([name]) => tables.has(name))),
    scope: scopeRead(scope, tables),
    parts: partsOf(form, all),
  };
}

function packField(
  { askWhen, compute, fields, schema, ...field }: Field,
  form: Form,
  scope: Scope,
): FieldProgram {
  const inside = field.kind === 'rows' ? rowScopeAt(form, field.path) : scope;
  return said({
    ...field,
    askWhen: askWhen && packExpression(askWhen, scope),
    compute: compute && packExpression(compute, scope),
    fields: fields.map((child) => packField(child, form, inside)),
    schema: ownBounds(schema),
  });
}

function said(field: FieldProgram): FieldProgram {
  const isSilent = (value: unknown): boolean =>
    value === null || value === false || (Array.isArray(value) && value.length === 0);
  const optional = new Set([...Object.keys(UNSAID), 'askWhen', 'compute', 'fields']);
  const kept = Object.entries(field).filter(([name, value]) => !optional.has(name) || !isSilent(value));
  return Object.fromEntries(kept) as unknown as FieldProgram;
}

/** A container's schema holds those of all its questions again. */
function ownBounds(schema: JsonSchema): JsonSchema {
  const { properties: _properties, items, ...own } = schema;
  const isList = typeof items === 'object' && items !== null && 'properties' in items;
  return items === undefined || isList ? own : { ...own, items };
}

function expressionsOf(form: Form): readonly Expression[] {
  const asked = [...form.pages, ...form.fields.values()].flatMap((one) => [
    one.askWhen,
    'compute' in one ? one.compute : null,
  ]);
  return [...asked, ...form.checks.map((check) => check.expression)].filter((one) => one !== null);
}

function partsOf(form: Form, expressions: readonly Expression[]): readonly PartName[] {
  const named = new Set<PartName>(expressions.flatMap(({ source }) => partsNamedIn(source)));
  if (!named.has('patterns')) return [...named];
  const patterns = expressions.map((expression) => patternsIn(expression, form.scope));
  const arePlain = patterns.every((found) => found !== null && arePlainPatterns(found));
  return [...named].map((name) => (name === 'patterns' && arePlain ? 'plainPatterns' : name));
}

/** Options come from tables too, but stand in their field already. */
function tablesRead(form: Form, expressions: readonly Expression[]): ReadonlySet<string> {
  const reads = expressions.flatMap((expression) => expression.reads);
  const named = reads.flatMap((read) => /^tables\.([^.]+)/.exec(read)?.[1] ?? []);
  return new Set(reads.includes('tables') ? Object.keys(form.tables) : named);
}

/** Types as far as closures are made by them; which options there are was checked before publishing. */
function scopeRead(scope: Scope, tables: ReadonlySet<string>): Scope {
  return Object.fromEntries(
    Object.entries(scope).map(([name, type]) => [name, name === 'tables' ? only(type, tables) : plain(type)]),
  );
}

function only(type: FeelType, names: ReadonlySet<string>): FeelType {
  if (type.kind !== 'context') return type;
  const fields = Object.entries(type.fields).filter(([name]) => names.has(name));
  return { kind: 'context', fields: Object.fromEntries(fields.map(([name, field]) => [name, plain(field)])) };
}

function plain(type: FeelType): FeelType {
  if (type.kind === 'string') return { kind: 'string' };
  if (type.kind === 'list') return { kind: 'list', of: plain(type.of) };
  if (type.kind !== 'context') return type;
  return {
    kind: 'context',
    fields: Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, plain(field)])),
  };
}
