import { ELIGIBILITY_FILE } from '../../eligibility/read-eligibility.js';
import type { FeelType, Scope } from '../../expression/index.js';
import { noticeScope } from '../../notice/notice-scope.js';
import type { Problem } from '../../problem.js';
import { rowScope } from '../../procedure/compile-fields.js';
import { INFO_FILE } from '../../procedure/compile-form.js';
import { readRecords } from '../../procedure/parse-table.js';
import type { ProcedureFiles } from '../../procedure/procedure.js';
import type { DraftField } from '../../procedure/read-field.js';
import { readForm, SCHEMA_FILE, scopeOf } from '../../procedure/read-form.js';
import { UI_FILE } from '../../procedure/read-ui.js';
import { workflowScope } from '../../workflow/workflow-scope.js';
import { type Outline, outlineOf } from '../schema-outline.js';
import { collectExample } from './example-names.js';
import { type JsonFile, readFolderText } from './folder-text.js';
import { collectForm, collectUi } from './form-names.js';
import { keyOf, NameBook } from './name-book.js';
import { collectTemplate } from './template-names.js';
import { collectWorkflow } from './workflow-names.js';

/** Staff fields are found by their names alone, so that a workflow with problems still has them. */
const STAFF: FeelType = { kind: 'any' };

/**
 * Every name in a folder, and every expression. Also of a folder with problems, as far as its files can be read;
 * `problems` are those of files that are no JSON and so have no names.
 */
export function collectNames(files: ProcedureFiles): {
  readonly book: NameBook;
  readonly problems: readonly Problem[];
} {
  const { json, tables, problems } = readFolderText(files);
  const schema = json.get(SCHEMA_FILE);
  const draft = readForm(schema?.root.value ?? {}, tables, []);
  const book = new NameBook(schema ? outlineOf(schema.root) : []);
  const answers = scopeOf(draft.pages, tables);
  const drafts = new Map(draft.pages.flatMap((page) => page.fields.flatMap(withChildren)));
  const scopeAt = (repeat: Outline | null): Scope => {
    const rows = repeat ? drafts.get(repeat.path) : undefined;
    return rows ? rowScope(rows, answers) : answers;
  };
  const review = { ...workflowScope(answers, []), staff: STAFF };
  const documents = noticeScope(answers, undefined);

  if (schema) collectForm(book, schema, scopeAt);
  for (const [file, read] of json) {
    if (file === UI_FILE) collectUi(book, read);
    else if (file === 'workflow.json') collectWorkflow(book, read, review, files);
    else if (file === INFO_FILE) collectInfo(book, read, answers);
    else if (file === ELIGIBILITY_FILE) collectEligibility(book, read);
    else if (file.startsWith('examples/')) collectExample(book, read);
  }
  for (const [file, text] of Object.entries(files)) {
    if (/^(?:messages|notices)\/[^/]+\.md$/.test(file)) collectTemplate(book, file, text, documents);
    if (/^tables\/[^/]+\.csv$/.test(file)) collectColumns(book, file, text);
  }
  return { book, problems };
}

function withChildren(field: DraftField): readonly (readonly [string, DraftField])[] {
  return [[field.path, field], ...field.fields.flatMap(withChildren)];
}

function collectInfo(book: NameBook, file: JsonFile, scope: Scope): void {
  for (const found of file.find('/criteria/*/id')) {
    const text = file.value(found);
    if (text) book.add(keyOf({ kind: 'criterion', name: text.text }), 'definition', text);
  }
  for (const found of [...file.find('/subject'), ...file.find('/oncePer/key')]) {
    const stretch = file.value(found);
    if (stretch) book.expression({ stretch, as: 'expression', scope, repeat: null, loops: [], owner: null });
  }
}

/** Its questions are its own; what it names of other files are criteria. */
function collectEligibility(book: NameBook, file: JsonFile): void {
  for (const found of file.find('/reasons/*/criterion')) {
    const text = file.value(found);
    if (text) book.add(keyOf({ kind: 'criterion', name: text.text }), 'criterion', text);
  }
}

function collectColumns(book: NameBook, file: string, text: string): void {
  const table = file.slice('tables/'.length, -'.csv'.length);
  const [header] = readRecords(file, text, []);
  header?.cells.forEach((cell, index) => {
    const name = cell.trim().split(':')[0] ?? '';
    const start = text.indexOf(name, header.starts[index]);
    const stretch = { file, path: `${file}#1`, text: name, at: (offset: number) => start + offset };
    if (name !== '') book.add(keyOf({ kind: 'column', table, name }), 'definition', stretch);
  });
}
