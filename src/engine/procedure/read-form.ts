import type { FeelType, Scope } from '../expression/index.js';
import { type Problem, problem } from '../problem.js';
import { type Located, ObjectReader, pointer } from '../workflow/object-reader.js';
import { contextOf } from './kinds/containers.js';
import { checkName } from './names.js';
import { checkFacts } from './read-application.js';
import type { ParsedTable } from './parse-table.js';
import {
  asChild,
  type DraftCheck,
  type DraftField,
  expressionAt,
  readChecks,
  readFields,
  type Source,
} from './read-field.js';
import { SchemaRefs } from './schema-refs.js';

/** A page read from the schema, before its expressions are compiled. */
export interface DraftPage {
  readonly name: string;
  readonly place: string;
  readonly title: string;
  readonly description: string | null;
  readonly purpose: string | null;
  readonly askWhen: Source | null;
  readonly checks: readonly DraftCheck[];
  readonly fields: readonly DraftField[];
}

export interface DraftForm {
  readonly pages: readonly DraftPage[];
  /** Every page that the file names could be read. */
  readonly isWhole: boolean;
  /** Pages and fields that could not be read, as form.ui.json would name them: `/store/name`. */
  readonly unread: ReadonlySet<string>;
  readonly checks: readonly DraftCheck[];
}

export const SCHEMA_FILE = 'form.schema.json';
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
/** Our own, closed part of the dialect, by which editors complete the file; wherever it lies. */
const OWN_DIALECT = /(?:^|\/)schemas\/form\.schema\.json$/;
const ROOT_KEYWORDS = [
  '$schema',
  '$id',
  'type',
  'title',
  'description',
  'properties',
  'required',
  '$defs',
  'x-check',
];
export const PAGE_KEYWORDS = [
  'type',
  'title',
  'description',
  'properties',
  'required',
  'x-askWhen',
  'x-check',
  'x-purpose',
];
const MOST_FIELDS = 500;

/** Reads the whole schema against the closed list of keywords; every problem of its shape at once. */
export function readForm(
  root: unknown,
  tables: Readonly<Record<string, ParsedTable>>,
  problems: Problem[],
): DraftForm {
  const reader = new ObjectReader(root, `${SCHEMA_FILE}#`, problems, ROOT_KEYWORDS);
  const dialect = reader.optionalText('$schema');
  if (dialect !== null && dialect !== DIALECT && !OWN_DIALECT.test(dialect))
    reader.report(reader.at('$schema').path, 'wrong-dialect', { expected: DIALECT });
  reader.requiredOneOf('type', ['object'], 'object');
  reader.entries('$defs');
  const refs = new SchemaRefs(root, SCHEMA_FILE, problems);
  const entries = reader.entries('properties');
  if (entries.length === 0) reader.report(reader.path, 'no-fields');
  for (const [index, name] of reader.texts('required').entries()) {
    if (entries.some((entry) => entry.name === name)) continue;
    reader.report(pointer(reader.at('required').path, index), 'unknown-field', { name });
  }
  const rowsOf = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.rows]));
  const unread = new Set<string>();
  const pages = entries
    .filter((entry) => checkName(entry.name, entry.path, true, problems))
    .flatMap((entry) => {
      const page = readPage(entry.name, entry, (name, open) => ({
        refs,
        tables: rowsOf,
        problems,
        parent: name,
        insideRepeat: false,
        open,
        unread,
      }));
      return page ? [page] : [];
    });
  for (const { name } of entries) if (!pages.some((page) => page.name === name)) unread.add(`/${name}`);
  checkFacts(
    pages.flatMap((page) => page.fields),
    problems,
  );
  const count = pages.reduce((total, page) => total + countFields(page.fields), 0);
  if (count > MOST_FIELDS)
    problems.push(problem(`${SCHEMA_FILE}#`, 'too-many-fields', { limit: MOST_FIELDS, actual: count }));
  return {
    pages,
    unread,
    isWhole: pages.length === entries.length && pages.length > 0,
    checks: readChecks(reader),
  };
}

type ContextFor = (page: string, open: readonly string[]) => Parameters<typeof readFields>[1];

function readPage(name: string, at: Located, contextFor: ContextFor): DraftPage | null {
  const outside = contextFor(name, []);
  const resolved = outside.refs.resolve(at, []);
  if (!resolved) return null;
  const { place, open } = resolved;
  const reader = new ObjectReader(place.value, place.path, outside.problems, PAGE_KEYWORDS);
  reader.requiredOneOf('type', ['object'], 'object');
  return {
    name,
    place: place.path,
    title: reader.text('title'),
    description: reader.optionalText('description'),
    purpose: reader.optionalText('x-purpose'),
    askWhen: expressionAt(reader, 'x-askWhen'),
    checks: readChecks(reader),
    fields: readFields(reader, contextFor(name, open)),
  };
}

function countFields(fields: readonly DraftField[]): number {
  return fields.reduce((total, field) => total + 1 + countFields(field.fields), 0);
}

/** What every expression over the answers may name: the pages, `today` and `tables`. */
export function scopeOf(pages: readonly DraftPage[], tables: Readonly<Record<string, ParsedTable>>): Scope {
  const answers = pages.map((page) => [page.name, contextOf(page.fields.map(asChild))] as const);
  const lists = Object.entries(tables).map(([name, { columns }]): [string, FeelType] => [
    name,
    { kind: 'list', of: { kind: 'context', fields: columns } },
  ]);
  return {
    ...Object.fromEntries(answers),
    today: { kind: 'date' },
    tables: { kind: 'context', fields: Object.fromEntries(lists) },
  };
}
