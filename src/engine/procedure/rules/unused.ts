import type { Expression, FeelType } from '../../expression/index.js';
import { type Problem, warning } from '../../problem.js';
import { pointer } from '../../workflow/object-reader.js';
import { questionsOf } from './questions.js';
import type { Folder } from './rule.js';
import { expressionsIn, type Member, membersIn } from './uses.js';

/**
 * What nothing uses is a leftover, or something that was forgotten elsewhere. It is looked for only in a folder whose
 * files all compiled: what names it could stand in the one that did not.
 */
export function checkUnused(folder: Folder): readonly Problem[] {
  const { files, form, info, workflow, messages, notices } = folder;
  const templates = Object.keys(files).filter((file) => /^(?:messages|notices)\//.test(file));
  if (!form || !info || !workflow || messages.size + notices.size < templates.length) return [];
  const inWorkflow = membersIn(files, 'workflow.json');
  const inSchema = membersIn(files, 'form.schema.json');
  const expressions = expressionsIn(folder);
  return [
    ...unusedRoles(folder, inWorkflow),
    ...unusedTemplates(folder, inWorkflow),
    ...unusedDefinitions(inSchema),
    ...unusedTables(folder, expressions, [...inWorkflow, ...inSchema]),
    ...unusedSteps(folder, expressions),
  ];
}

function unusedRoles({ workflow }: Folder, members: readonly Member[]): readonly Problem[] {
  const named = new Set(
    members.flatMap(({ key, value }) => (key === 'role' || key === 'roles' ? [value].flat() : [])),
  );
  return [...(workflow?.roles ?? [])]
    .filter(([name]) => !named.has(name))
    .map(([name, { title }]) => warning(pointer('workflow.json#/roles', name), 'role-unused', { title }));
}

function unusedTemplates({ messages, notices }: Folder, members: readonly Member[]): readonly Problem[] {
  const named = (kind: string) => new Set(members.flatMap(({ key, value }) => (key === kind ? [value] : [])));
  const unused = (kind: string, names: Iterable<string>) => {
    const used = named(kind);
    return [...names]
      .filter((name) => !used.has(name))
      .map((name) => warning(`${kind}s/${name}.md`, 'template-unused', { name }));
  };
  return [...unused('message', messages.keys()), ...unused('notice', notices.keys())];
}

function unusedDefinitions(members: readonly Member[]): readonly Problem[] {
  const named = new Set(members.flatMap(({ key, value }) => (key === '$ref' ? [value] : [])));
  const definitions = members.find(({ key }) => key === '$defs')?.value ?? {};
  return Object.keys(definitions)
    .filter((name) => !named.has(`#/$defs/${name}`))
    .map((name) => warning(pointer('form.schema.json#/$defs', name), 'definition-unused', { name }));
}

/**
 * A table is used by an expression that reads it, by choices that come from it, or by a route that follows it; a
 * column by an expression over its table that has its name in it, or by choices. `title` and `note` are for people.
 */
function unusedTables(
  folder: Folder,
  expressions: readonly Expression[],
  members: readonly Member[],
): readonly Problem[] {
  const words = new Map<string, Set<string>>();
  const wordsOn = (table: string) => {
    const known = words.get(table) ?? new Set<string>();
    words.set(table, known);
    return known;
  };
  for (const { reads, source } of expressions) {
    for (const read of reads) {
      const [root, table] = read.split('.');
      if (root !== 'tables' || table === undefined) continue;
      for (const word of source.match(/[\p{L}\p{N}_]+/gu) ?? []) wordsOn(table).add(word);
    }
  }
  for (const { key, value, owner } of members) {
    if (key !== 'table' || typeof value !== 'string') continue;
    const isChoice = 'label' in owner;
    for (const column of isChoice ? [owner['value'], owner['label']] : columnsOf(folder, value))
      wordsOn(value).add(String(column));
  }
  return Object.keys(folder.form?.tables ?? {}).flatMap((table): readonly Problem[] => {
    const used = words.get(table);
    if (!used) return [warning(`tables/${table}.csv`, 'table-unused', { table })];
    return columnsOf(folder, table)
      .filter((column) => !used.has(column) && column !== 'title' && column !== 'note')
      .map((column) => warning(`tables/${table}.csv#1`, 'column-unused', { table, column }));
  });
}

function columnsOf({ form }: Folder, table: string): readonly string[] {
  const list = memberOf(form?.scope['tables'], table);
  return list?.kind === 'list' && list.of.kind === 'context' ? Object.keys(list.of.fields) : [];
}

function memberOf(type: FeelType | undefined, name: string): FeelType | undefined {
  return type?.kind === 'context' && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
}

/** A computed value that no screen shows and nothing reads. */
function unusedSteps({ form, places }: Folder, expressions: readonly Expression[]): readonly Problem[] {
  if (!form) return [];
  const reads = expressions.flatMap((expression) => expression.reads);
  const touched = new Set(reads.flatMap(pathAndParts));
  return questionsOf(form)
    .filter(({ field, ui }) => field.compute !== null && ui['ui:widget'] === 'hidden')
    .filter(({ field, within }) => {
      const path = field.path.replaceAll('[]', '');
      const inRow = within.some((one) => one.kind === 'rows') && touched.has(`row.${field.name}`);
      const whole = path.split('.').some((_, at, parts) => reads.includes(parts.slice(0, at + 1).join('.')));
      return !inRow && !whole && !touched.has(path);
    })
    .map(({ field }) => warning(places.get(field.path) ?? '', 'step-unused', { title: field.title }));
}

/** `a.b.c` → `a.b.c`, `a.b`, `a`: who reads a part of a value reads the value. */
function pathAndParts(read: string): readonly string[] {
  const parts = read.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}
