import { compileForm, evaluateAnswers, isUnanswered } from '#engine';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';

/** A group of the official suite: a schema, and data with the verdict that it must get. */
export interface SuiteGroup {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

export interface SuiteResult {
  readonly taken: number;
  readonly held: number;
  readonly missed: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/** A question always says its type; a keyword of the suite says which it speaks of. */
const TYPE_OF: Readonly<Record<string, string>> = {
  maxLength: 'string',
  minLength: 'string',
  pattern: 'string',
  format: 'string',
  maximum: 'number',
  minimum: 'number',
  exclusiveMaximum: 'number',
  exclusiveMinimum: 'number',
  multipleOf: 'number',
  maxItems: 'array',
  minItems: 'array',
  uniqueItems: 'array',
  items: 'array',
  properties: 'object',
  required: 'object',
};

/** Runs the groups that a form may hold as one question, as a page, or as one of several questions. */
export function runSuite(file: string, groups: readonly SuiteGroup[]): SuiteResult {
  let taken = 0;
  let held = 0;
  const missed: string[] = [];
  for (const group of groups) {
    const verdict = verdictOf(group.schema);
    if (!verdict) continue;
    for (const { description, data, valid } of group.tests) {
      // A form never holds these: null and the empty text are “not answered”.
      if (holdsUnanswered(data) || !verdict.speaksOf(data)) continue;
      taken++;
      if (verdict.isValid(data) === valid) held++;
      else missed.push(`${file}: ${group.description}: ${description}`);
    }
  }
  return { taken, held, missed };
}

function verdictOf(schema: unknown) {
  const question = asQuestion(schema);
  if (!question) return null;
  const { $defs, $schema: _dialect, ...own } = question;
  const isPage = own['type'] === 'object';
  const page = isPage ? own : { type: 'object', title: 'ページ', properties: { value: own } };
  const compiled = compileForm({
    'procedure.json': JSON.stringify({ id: 'suite' }),
    'form.schema.json': JSON.stringify({
      type: 'object',
      properties: { page },
      ...(isMembers($defs) && {
        $defs: mapMembers($defs, (definition) => asQuestion(definition) ?? definition),
      }),
    }),
  });
  if (!compiled.ok) return null;
  const { form } = compiled;
  const { functions } = buildPageValidators(form);
  return {
    speaksOf: (data: unknown) => (TYPES[String(own['type'])] ?? TYPES['object'])?.(data) ?? false,
    isValid: (data: unknown) => {
      const answers = { page: isPage ? data : { value: data } };
      const { problems } = evaluateAnswers(form, answers, { today: '2026-11-22' }, functions);
      return problems.every((problem) => problem.level !== 'error');
    },
  };
}

const TYPES: Readonly<Record<string, (data: unknown) => boolean>> = {
  string: (data) => typeof data === 'string',
  number: (data) => typeof data === 'number',
  integer: (data) => typeof data === 'number',
  boolean: (data) => typeof data === 'boolean',
  array: Array.isArray,
  object: isMembers,
};

/** The same schema with the titles and types that a form must have; null where it is none that a form could hold. */
function asQuestion(schema: unknown): Members | null {
  if (!isMembers(schema)) return null;
  if (typeof schema['$ref'] === 'string') return schema;
  const type = schema['type'] ?? typeOfKeywords(schema) ?? typeOfConstants(schema);
  if (typeof type !== 'string') return null;
  const titled = { title: '項目', ...schema, type };
  if (type === 'object') {
    const properties = isMembers(schema['properties']) ? schema['properties'] : {};
    const asked = Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [];
    const unnamed = asked.filter((name) => !Object.hasOwn(properties, name));
    return {
      ...titled,
      properties: {
        ...mapMembers(properties, (property) => asQuestion(property) ?? property),
        ...Object.fromEntries(unnamed.map((name) => [name, { type: 'string', title: '項目' }])),
      },
    };
  }
  return titled;
}

function typeOfKeywords(schema: Members): string | undefined {
  return Object.keys(schema)
    .map((keyword) => (Object.hasOwn(TYPE_OF, keyword) ? TYPE_OF[keyword] : undefined))
    .find((type) => type !== undefined);
}

function typeOfConstants(schema: Members): string | undefined {
  const values = Array.isArray(schema['enum']) ? (schema['enum'] as readonly unknown[]) : [schema['const']];
  const types = new Set(values.map((value) => typeof value));
  return types.size === 1 && !types.has('undefined') ? [...types][0] : undefined;
}

function holdsUnanswered(data: unknown): boolean {
  return isUnanswered(data) || (isMembers(data) && Object.values(data).some(holdsUnanswered));
}

function mapMembers(members: Members, each: (member: unknown) => unknown): Members {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, each(member)]));
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
