import type { FeelType, Scope } from '../expression/index.js';
import { type Problem, problem } from '../problem.js';
import { assembleForm } from './assemble-form.js';
import { buildNodes } from './build-plan.js';
import { compileChecks } from './compile-checks.js';
import { FormExpressions } from './compile-fields.js';
import { deepFreeze } from './freeze.js';
import { isObject } from '../workflow/object-reader.js';
import { parseJson } from './parse-json.js';
import { parseTable, type ParsedTable } from './parse-table.js';
import type { Form, ProcedureFiles } from './procedure.js';
import { type DraftPage, readForm, SCHEMA_FILE, scopeOf } from './read-form.js';
import { applyOrder, readUi, UI_FILE } from './read-ui.js';
import { sortProblems } from './sort-problems.js';

export const INFO_FILE = 'procedure.json';
const MAX_FILE_CHARACTERS = 1024 * 1024;

export type FormResult =
  { readonly ok: true; readonly form: Form } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Compiles the part of a procedure that the applicant meets: `form.schema.json`, `form.ui.json`, `tables/*.csv` and
 * the id from `procedure.json`. The browser calls it with the same files as the server and gets the same form, or the
 * same problems.
 */
export function compileForm(files: ProcedureFiles): FormResult {
  const problems: Problem[] = [];
  const { form } = compileFormLoosely(files, problems);
  return form && problems.length === 0
    ? { ok: true, form }
    : { ok: false, problems: sortProblems(problems, files) };
}

/** A form, or as much of one as the other files of the folder need to be looked at. */
export interface LooseForm {
  readonly form: Form | null;
  /** Of the form; where there is none, of its pages, whose fields may then be anything. */
  readonly scope: Scope;
  readonly tables: Readonly<Record<string, ParsedTable>>;
  /** Whether the scope names every page; else a name that is not in it may be one that could not be read. */
  readonly isWhole: boolean;
  /** Where in form.schema.json each page and field is written, by `Field.path`; empty where there is no form. */
  readonly places: ReadonlyMap<string, string>;
}

/** As `compileForm`, but gives a scope even where there is no form, so that every problem is found at once. */
export function compileFormLoosely(files: ProcedureFiles, problems: Problem[]): LooseForm {
  const before = problems.length;
  const info = readJsonFile(files, INFO_FILE, problems);
  const id = isObject(info) && typeof info['id'] === 'string' ? info['id'] : '';
  const tables = readTables(files, problems);
  const root = readJsonFile(files, SCHEMA_FILE, problems);
  const uiRoot = Object.hasOwn(files, UI_FILE) ? readJsonFile(files, UI_FILE, problems) : {};
  if (root === undefined)
    return { form: null, scope: looseScope([]), tables, isWhole: false, places: new Map() };

  const draft = readForm(root, tables, problems);
  const ofUi: Problem[] = [];
  const ui = uiRoot === undefined ? {} : readUi(uiRoot, draft, ofUi);
  problems.push(...ofUi.filter(({ path }) => !draft.unread.has(path.slice(`${UI_FILE}#`.length))));
  const pages = draft.pages.map((page) => applyOrder(page, ui[page.name]));
  // Expressions over a form that is not sound would only repeat what is already reported.
  if (problems.length > before)
    return { form: null, scope: looseScope(pages), tables, isWhole: draft.isWhole, places: new Map() };

  const expressions = new FormExpressions(scopeOf(pages, tables), problems);
  const compiled = pages.map((page) => expressions.page(page, ui[page.name] ?? {}));
  const nodes = buildNodes(compiled, pages);
  const checks = compileChecks({ ...draft, pages }, nodes, expressions);
  const rows = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.rows]));
  const form = assembleForm(
    { id, pages: compiled, nodes, checks, tables: rows, scope: expressions.scope },
    problems,
  );
  return {
    form: problems.length > before ? null : deepFreeze(form),
    scope: expressions.scope,
    tables,
    isWhole: true,
    places: new Map(nodes.map((node) => [node.path, node.place])),
  };
}

function looseScope(pages: readonly DraftPage[]): Scope {
  const anything = pages.map((page): [string, FeelType] => [page.name, { kind: 'any' }]);
  return { ...Object.fromEntries(anything), today: { kind: 'date' }, tables: { kind: 'any' } };
}

/** Undefined when the file is missing or does not parse; that is reported. */
export function readJsonFile(files: ProcedureFiles, file: string, problems: Problem[]): unknown {
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (text === undefined) {
    problems.push(problem(file, 'missing-file', { file }));
    return undefined;
  }
  if (isTooLarge(file, text, problems)) return undefined;
  const parsed = parseJson(file, text);
  if (parsed.ok) return parsed.value;
  problems.push(...parsed.problems);
  return undefined;
}

export function isTooLarge(file: string, text: string, problems: Problem[]): boolean {
  if (text.length <= MAX_FILE_CHARACTERS) return false;
  problems.push(problem(file, 'file-too-large', { limit: MAX_FILE_CHARACTERS }));
  return true;
}

function readTables(files: ProcedureFiles, problems: Problem[]): Readonly<Record<string, ParsedTable>> {
  const found = Object.entries(files).flatMap(([file, text]) => {
    const name = /^tables\/([^/]+)\.csv$/.exec(file)?.[1];
    return name === undefined || isTooLarge(file, text, problems)
      ? []
      : [{ file, name, ...parseTable(file, text) }];
  });
  for (const { file, name, problems: inTable } of found) {
    problems.push(...inTable);
    if (!/^\p{L}[\p{L}\p{N}_]{0,62}$/u.test(name) || name in {})
      problems.push(problem(file, 'unsafe-name', { name }));
  }
  return Object.fromEntries(found.map(({ name, table }) => [name, table]));
}
