import { VALUE_RULES } from '../answers/value-rules.js';
import type { FeelType } from '../expression/index.js';
import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { isObject, type Located, ObjectReader, pointer } from '../workflow/object-reader.js';
import { type DraftFact, readApplicationRule, readFact } from './read-application.js';
import { KINDS } from './kinds/index.js';
import type { KindReading, KindRules } from './kinds/kind-rules.js';
import { checkName } from './names.js';
import type { ApplicationRule, Tables } from './procedure.js';
import type { SchemaRefs } from './schema-refs.js';

/** An expression as written, and where. */
export interface Source {
  readonly text: string;
  readonly path: string;
}

/** One `x-check` as written. */
export interface DraftCheck {
  readonly id: string;
  readonly expression: Source;
  readonly message: string;
  readonly level: 'error' | 'warning';
  readonly criterion: string | null;
  readonly target: Source | null;
}

/** A field read from the schema, before its expressions are compiled. */
export interface DraftField {
  readonly name: string;
  readonly path: string;
  /** Where in the file. */
  readonly place: string;
  readonly rules: KindRules;
  readonly reading: KindReading;
  readonly type: FeelType;
  readonly title: string;
  readonly description: string | null;
  readonly required: boolean;
  readonly consent: boolean;
  readonly askWhen: Source | null;
  readonly compute: Source | null;
  readonly checks: readonly DraftCheck[];
  /** Checks of a repeat's `items`, run once for each row. */
  readonly rowChecks: readonly DraftCheck[];
  readonly prefill: string | null;
  readonly default: unknown;
  readonly unit: string | null;
  readonly application: ApplicationRule | null;
  readonly fromApplication: DraftFact | null;
  readonly sensitive: boolean;
  readonly purpose: string | null;
  readonly retentionYears: number | null;
  readonly examples: readonly unknown[];
  readonly fields: readonly DraftField[];
}

/** What reading a field needs to know beside the field. */
export interface FieldContext {
  readonly refs: SchemaRefs;
  readonly tables: Tables;
  readonly problems: Problem[];
  /** Dotted path of the container. */
  readonly parent: string;
  readonly insideRepeat: boolean;
  /** Definitions the container stands in. */
  readonly open: readonly string[];
  /** Collects fields of which nothing more can be said than what was reported, as form.ui.json would name them. */
  readonly unread: Set<string>;
}

export const COMMON = [
  'type',
  'title',
  'description',
  'default',
  'examples',
  'readOnly',
  'x-askWhen',
  'x-check',
  'x-compute',
  'x-prefill',
  'x-sensitive',
  'x-purpose',
  'x-retention',
  'x-application',
  'x-from-application',
];
const ALL_KEYWORDS = [...new Set([...COMMON, ...KINDS.flatMap((rules) => rules.keywords)])];
export const NOT_ON_CONTAINERS = [
  'x-compute',
  'x-prefill',
  'default',
  'readOnly',
  'examples',
  'x-sensitive',
  'x-from-application',
];
export const CONTAINERS = new Set(['group', 'rows']);
const PREFILL = /^(?:profile|previous|site)(?:\.\p{L}[\p{L}\p{N}_]*)+$/u;

/** The fields of one object (a page, a group, a row), in the order of its `properties`. */
export function readFields(container: ObjectReader, context: FieldContext): DraftField[] {
  const entries = container.entries('properties');
  if (entries.length === 0) container.report(container.path, 'no-fields');
  const required = container.texts('required');
  for (const [index, name] of required.entries()) {
    if (entries.some((entry) => entry.name === name)) continue;
    const suggestion = nearestName(
      name,
      entries.map((entry) => entry.name),
    );
    const at = pointer(container.at('required').path, index);
    container.report(at, 'unknown-field', suggestion === undefined ? { name } : { name, suggestion });
  }
  return entries.flatMap((entry) => {
    const isNamed = checkName(entry.name, entry.path, false, context.problems);
    const field = isNamed ? readField(entry.name, entry, required.includes(entry.name), context) : null;
    if (field) return [field];
    const container = context.parent.replaceAll('[]', '.items').replaceAll('.', '/');
    context.unread.add(pointer(`/${container}`, entry.name));
    return [];
  });
}

function readField(name: string, at: Located, required: boolean, context: FieldContext): DraftField | null {
  const resolved = context.refs.resolve(at, context.open);
  if (!resolved) return null;
  const { place, open } = resolved;
  const { problems } = context;
  const source = new ObjectReader(place.value, place.path, problems, ALL_KEYWORDS);
  const type = source.requiredOneOf(
    'type',
    ['string', 'integer', 'number', 'boolean', 'array', 'object'],
    'string',
  );
  const rules = KINDS.find((kind) => kind.types.includes(type) && kind.matches(source));
  if (!rules) {
    source.report(place.path, 'array-of-what');
    return null;
  }
  const path = context.parent === '' ? name : `${context.parent}.${name}`;
  const insideRepeat = context.insideRepeat || rules.kind === 'rows';
  if (rules.kind === 'rows' && context.insideRepeat) source.report(place.path, 'nested-repeat');
  const row = rules.kind === 'rows' ? readRow(source, context, open) : null;
  const childContext = {
    ...context,
    open: row?.open ?? open,
    insideRepeat,
    parent: row ? `${path}[]` : path,
  };
  const container = row?.reader ?? (rules.kind === 'group' ? source : null);
  const fields = container ? readFields(container, childContext) : [];
  const reading = rules.read(source, context.tables, fields.map(asChild));
  checkKeywords(source, rules, type);
  return {
    name,
    path,
    place: place.path,
    rules,
    reading,
    type: rules.type(reading, fields.map(asChild)),
    required,
    consent: rules.kind === 'boolean' && source.at('const').value === true,
    ...readCommon(source, rules, reading),
    application: readApplicationRule(source, insideRepeat),
    fromApplication: readFact(source, required, insideRepeat),
    rowChecks: row ? readChecks(row.reader) : [],
    fields,
  };
}

function readRow(
  source: ObjectReader,
  context: FieldContext,
  open: readonly string[],
): { readonly reader: ObjectReader; readonly open: readonly string[] } | null {
  const row = context.refs.resolve(source.at('items'), open);
  if (!row) return null;
  const keys = ['type', 'title', 'description', 'properties', 'required', 'x-check'];
  const reader = new ObjectReader(row.place.value, row.place.path, context.problems, keys);
  reader.requiredOneOf('type', ['object'], 'object');
  return { reader, open: row.open };
}

export function asChild(field: DraftField): {
  name: string;
  schema: DraftField['reading']['schema'];
  type: FeelType;
} {
  return { name: field.name, schema: field.reading.schema, type: field.type };
}

function checkKeywords(source: ObjectReader, rules: KindRules, type: string): void {
  const allowed = new Set([...COMMON, ...rules.keywords]);
  if (CONTAINERS.has(rules.kind)) for (const key of NOT_ON_CONTAINERS) allowed.delete(key);
  if (rules.kind === 'attachment')
    for (const key of ['x-compute', 'x-prefill', 'default', 'x-from-application']) allowed.delete(key);
  if (rules.kind !== 'text') allowed.delete('x-application');
  for (const key of ALL_KEYWORDS) {
    if (source.has(key) && !allowed.has(key))
      source.report(source.at(key).path, 'keyword-not-for-type', { key, type });
  }
}

function readCommon(source: ObjectReader, rules: KindRules, reading: KindReading) {
  const compute = expressionAt(source, 'x-compute');
  const prefill = source.optionalText('x-prefill');
  if (prefill !== null && !PREFILL.test(prefill)) {
    source.report(source.at('x-prefill').path, 'unknown-prefill', { source: prefill });
  }
  const fixed = compute !== null || source.has('const') || source.has('x-from-application');
  if (source.flag('readOnly') && !fixed) source.report(source.at('readOnly').path, 'read-only-unprotected');
  return {
    title: source.text('title'),
    description: source.optionalText('description'),
    askWhen: expressionAt(source, 'x-askWhen'),
    compute,
    checks: readChecks(source),
    prefill,
    default: readDefault(source, rules, reading),
    unit: source.optionalText('x-unit'),
    sensitive: source.flag('x-sensitive'),
    purpose: source.optionalText('x-purpose'),
    retentionYears: source.wholeNumber('x-retention', 1, 100),
    examples: source.list('examples').map((example) => example.value),
  };
}

function readDefault(source: ObjectReader, rules: KindRules, reading: KindReading): unknown {
  if (!source.has('default')) return undefined;
  const { value, path } = source.at('default');
  if (source.at('const').value === true) source.report(path, 'consent-preset');
  else if (!VALUE_RULES[rules.kind].accepts(reading)(value)) source.report(path, 'default-not-valid');
  return value;
}

export function expressionAt(source: ObjectReader, key: string): Source | null {
  const text = source.optionalText(key);
  return text === null ? null : { text, path: source.at(key).path };
}

export function readChecks(source: ObjectReader): DraftCheck[] {
  const seen = new Set<string>();
  return source.list('x-check').flatMap((item) => {
    const keys = ['id', 'expression', 'message', 'level', 'criterion', 'target'];
    const reader = new ObjectReader(item.value, item.path, source.problems, keys);
    if (!isObject(item.value)) return [];
    const expression = expressionAt(reader, 'expression');
    if (!expression && !reader.has('expression')) reader.missing('expression');
    const id = reader.text('id');
    if (seen.has(id)) source.problems.push(problem(reader.at('id').path, 'duplicate-id', { id }));
    seen.add(id);
    const check = {
      id,
      message: reader.text('message'),
      level: reader.requiredOneOf('level', ['error', 'warning'], 'error'),
      criterion: reader.optionalText('criterion'),
      target: expressionAt(reader, 'target'),
    };
    return expression ? [{ ...check, expression }] : [];
  });
}
