import { ELIGIBILITY_FILE, readEligibility } from '../eligibility/read-eligibility.js';
import { nearestName } from '../nearest-name.js';
import { compileTemplate, type TemplateContext, type TemplateKind } from '../notice/compile-template.js';
import { noticeContext } from '../notice/notice-context.js';
import { noticeScope } from '../notice/notice-scope.js';
import type { Template } from '../notice/template.js';
import { type Problem, problem } from '../problem.js';
import { readPlan } from '../versions/read-plan.js';
import { compileWorkflow } from '../workflow/compile-workflow.js';
import type { WorkflowNames } from '../workflow/workflow-rules.js';
import type { Workflow } from '../workflow/workflow.js';
import { compileFormLoosely, INFO_FILE, isTooLarge, type LooseForm, readJsonFile } from './compile-form.js';
import { checkCriteria } from './check-criteria.js';
import { deepFreeze, FrozenMap } from './freeze.js';
import type { Field, Form, Procedure, ProcedureFiles } from './procedure.js';
import { SCHEMA_FILE } from './read-form.js';
import { readInfo } from './read-info.js';
import { UI_FILE } from './read-ui.js';
import { applyRules } from './rules/index.js';
import { sortProblems } from './sort-problems.js';

const WORKFLOW_FILE = 'workflow.json';
const KNOWN_FILES = [
  INFO_FILE,
  SCHEMA_FILE,
  UI_FILE,
  WORKFLOW_FILE,
  ELIGIBILITY_FILE,
  'answers.d.ts',
  'README.md',
];
const FOLDERS: Readonly<Record<string, string>> = {
  tables: '.csv',
  messages: '.md',
  notices: '.md',
  examples: '.json',
  texts: '.json',
  migrations: '.json',
};

/** `problems` are errors and warnings together; with `ok` there are warnings alone. By file and place. */
export type ProcedureResult =
  | { readonly ok: true; readonly procedure: Procedure; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface CompileOptions {
  /**
   * It met the rules of the day it was published. Rules made since must not take it back from those who applied under
   * it, so none is asked again.
   */
  readonly published?: boolean;
}

/**
 * Compiles a procedure folder: a frozen procedure in which nothing can surprise at run time, or every problem of
 * every file at once. Warnings do not stop it. Examples are not run here.
 */
export function compileProcedure(
  files: ProcedureFiles,
  { published = false }: CompileOptions = {},
): ProcedureResult {
  const problems: Problem[] = [];
  checkFiles(files, problems);
  const loose = compileFormLoosely(files, problems);
  const ofForm = problems.length;
  const infoJson = readJsonFile(files, INFO_FILE, problems);
  const info = infoJson === undefined ? null : readInfo(infoJson, loose.scope, problems);
  if (loose.form && info) checkCriteria(loose.form, info, problems);
  const criteria = info ? { criteria: info.criteria.map((criterion) => criterion.id) } : {};
  const eligibility = readEligibility(files, criteria.criteria, problems);
  const names = {
    messages: namesIn(files, 'messages'),
    notices: namesIn(files, 'notices'),
    ...criteria,
    ...fieldNames(loose.form),
  };
  const workflow = readWorkflow(files, { scope: loose.scope, tables: loose.tables, ...names }, problems);
  const messages = readTemplates(files, 'message', loose, workflow, problems);
  const notices = readTemplates(files, 'notice', loose, workflow, problems);
  for (const name of namesIn(files, 'migrations')) {
    const file = `migrations/${name}.json`;
    const read = readPlan(file, files[file] ?? '');
    if (!read.ok) problems.push(...read.problems);
  }
  const folder = {
    files,
    info,
    form: loose.form,
    places: loose.places,
    workflow: workflow ?? null,
    eligibility,
    messages: new Map(messages),
    notices: new Map(notices),
  };
  if (!published) problems.push(...applyRules(folder));
  const sorted = sortProblems(problems.filter(isKnown), files);
  if (sorted.some((found) => found.level === 'error') || !loose.form || !info || !workflow)
    return { ok: false, problems: sorted };
  const procedure = {
    info,
    form: loose.form,
    workflow,
    messages: new FrozenMap(messages),
    notices: new FrozenMap(notices),
    eligibility,
  };
  return { ok: true, procedure: deepFreeze(procedure), warnings: sorted };

  /** Beside pages that could not be read, nobody can say that a name is none. */
  function isKnown({ code }: Problem, index: number): boolean {
    return loose.isWhole || index < ofForm || code !== 'expression-unknown-name';
  }
}

/** Nothing can be said of names while the form cannot be read. */
function fieldNames(
  form: Form | undefined | null,
): Pick<WorkflowNames, 'fields' | 'computed' | 'files' | 'listable' | 'keyable'> {
  if (!form) return {};
  const paths = [...form.fields.keys()].map((path) => path.replaceAll('[]', ''));
  const computed = [...form.fields.values()].filter(
    ({ compute, path }) => compute !== null && !path.includes('[]'),
  );
  return {
    fields: [...form.pages.map(({ name }) => name), ...paths],
    files: [...form.fields.values()].filter(({ kind }) => kind === 'attachment').map(({ path }) => path),
    listable: [...form.fields.values()].filter(isListable).map(({ path }) => path),
    keyable: [...form.fields.values()].filter(isKeyable).map(({ path }) => path),
    computed: new Map(computed.map(({ path, schema }) => [path, schema])),
  };
}

/** A file that nothing reads is a file whose name is mistyped. */
function checkFiles(files: ProcedureFiles, problems: Problem[]): void {
  for (const file of Object.keys(files)) {
    const [folder = '', ...rest] = file.split('/');
    const ending = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
    if (rest.length === 1 && ending !== undefined && file.endsWith(ending)) continue;
    if (KNOWN_FILES.includes(file)) continue;
    const suggestion = nearestName(file, KNOWN_FILES);
    problems.push(problem(file, 'unknown-file', suggestion === undefined ? { file } : { file, suggestion }));
  }
}

function readWorkflow(
  files: ProcedureFiles,
  context: Parameters<typeof compileWorkflow>[1],
  problems: Problem[],
): Workflow | undefined {
  const text = Object.hasOwn(files, WORKFLOW_FILE) ? files[WORKFLOW_FILE] : undefined;
  if (text === undefined) {
    problems.push(problem(WORKFLOW_FILE, 'missing-file', { file: WORKFLOW_FILE }));
    return undefined;
  }
  if (isTooLarge(WORKFLOW_FILE, text, problems)) return undefined;
  const compiled = compileWorkflow(text, context);
  problems.push(...compiled.problems);
  return compiled.problems.length === 0 ? compiled.workflow : undefined;
}

function readTemplates(
  files: ProcedureFiles,
  kind: TemplateKind,
  loose: LooseForm,
  workflow: Workflow | undefined,
  problems: Problem[],
): readonly (readonly [string, Template])[] {
  const folder = `${kind}s`;
  return namesIn(files, folder).flatMap((name) => {
    const file = `${folder}/${name}.md`;
    const text = files[file] ?? '';
    if (isTooLarge(file, text, problems)) return [];
    const compiled = compileTemplate(name, kind, text, templateContext(loose, workflow, kind, name));
    problems.push(...compiled.problems);
    return compiled.template ? [[name, compiled.template] as const] : [];
  });
}

/** Beside a form that does not compile, a template is still read, but nothing is said about its answers. */
function templateContext(
  { form, scope }: LooseForm,
  workflow: Workflow | undefined,
  kind: TemplateKind,
  name: string,
): TemplateContext {
  if (form) return noticeContext(form, workflow, kind, name);
  return {
    scope: noticeScope(scope, workflow),
    mayBeEmpty: () => false,
    titlesOf: () => undefined,
    samples: {},
  };
}

function namesIn(files: ProcedureFiles, folder: string): readonly string[] {
  return Object.keys(files)
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith(FOLDERS[folder] ?? ''))
    .map((file) => file.slice(folder.length + 1, -(FOLDERS[folder] ?? '').length))
    .sort();
}

/** One value that fits a cell, and nothing that is masked: an index would give it away. */
function isListable({ kind, path, sensitive }: Field): boolean {
  return !path.includes('[]') && !sensitive && !['group', 'rows', 'attachment', 'choices'].includes(kind);
}

/** Typed or chosen in one box, and by somebody. */
function isKeyable({ kind, path, compute, fromApplication }: Field): boolean {
  const inOneBox = ['text', 'number', 'integer', 'date', 'choice'].includes(kind);
  return inOneBox && !path.includes('[]') && compute === null && fromApplication === null;
}
