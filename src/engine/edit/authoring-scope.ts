import { builtInNames } from '../expression/builtins/table.js';
import { compileExpression, type FeelType, type Scope } from '../expression/index.js';
import { noticeScope } from '../notice/notice-scope.js';
import type { Problem } from '../problem.js';
import { rowScope } from '../procedure/compile-fields.js';
import { expressionProblems } from '../procedure/expression-problems.js';
import type { ProcedureFiles } from '../procedure/procedure.js';
import type { DraftField } from '../procedure/read-field.js';
import { readForm, SCHEMA_FILE, scopeOf } from '../procedure/read-form.js';
import { isObject } from '../workflow/object-reader.js';
import { type StaffFieldsByAction, workflowScope } from '../workflow/workflow-scope.js';
import { readFolderText } from './names/folder-text.js';

/** Where an expression is being written, and so what it may read. */
export type ExpressionPlace =
  /** A condition, computed value or check of the form; `repeat` is the repeat around it, as in `Field.path`. */
  | { readonly of: 'form'; readonly repeat: string | null }
  | { readonly of: 'workflow' }
  /** Mails and notices. */
  | { readonly of: 'document' };

/** What an expression at a place may read: also of a folder with problems, as far as it can be read. */
export function authoringScope(files: ProcedureFiles, place: ExpressionPlace): Scope {
  const { json, tables } = readFolderText(files);
  const draft = readForm(json.get(SCHEMA_FILE)?.root.value ?? {}, tables, []);
  const answers = scopeOf(draft.pages, tables);
  if (place.of === 'form') {
    const repeat = place.repeat === null ? null : fieldIn(draft.pages, place.repeat);
    return repeat ? rowScope(repeat, answers) : answers;
  }
  const review = json.get('workflow.json')?.root.value;
  const scope = workflowScope(answers, staffFieldsIn(review), { teams: teamsIn(review) });
  if (place.of === 'workflow') return scope;
  return { ...noticeScope(answers, undefined), staff: scope['staff'] ?? { kind: 'any' } };
}

/** Names of the functions that an expression may call, in the order of the letters. */
export function expressionFunctions(): readonly string[] {
  return [...builtInNames()].sort();
}

/**
 * What is wrong with an expression as it is being written, as problems of the given path.
 *
 * @param wanted what must come out; null for anything
 */
export function expressionFaults(
  source: string,
  scope: Scope,
  path: string,
  wanted: FeelType['kind'] | null,
): readonly Problem[] {
  const compiled = compileExpression(source, scope);
  if (!compiled.ok) return expressionProblems(path, source, compiled.problems);
  const { kind } = compiled.expression.type;
  if (wanted === null || kind === wanted || kind === 'any' || kind === 'null') return [];
  const params = { expected: wanted, actual: kind };
  return [{ path, code: 'expression-wrong-result', level: 'error', params }];
}

function fieldIn(
  pages: readonly { readonly fields: readonly DraftField[] }[],
  path: string,
): DraftField | null {
  const all = (field: DraftField): readonly DraftField[] => [field, ...field.fields.flatMap(all)];
  return pages.flatMap((page) => page.fields.flatMap(all)).find((field) => field.path === path) ?? null;
}

function staffFieldsIn(review: unknown): StaffFieldsByAction {
  return membersOf(review, 'stages').flatMap(([, stage]) =>
    membersOf(stage, 'actions').flatMap(([name, action]) => {
      const requires = isObject(action) ? action['requires'] : null;
      const fields = isObject(requires) ? requires['fields'] : null;
      return isObject(fields) ? [[name, fields] as const] : [];
    }),
  );
}

function teamsIn(review: unknown): readonly string[] | undefined {
  const names = membersOf(review, 'teams').map(([name]) => name);
  return names.length > 0 ? names : undefined;
}

function membersOf(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  const found = isObject(value) ? value[key] : null;
  return isObject(found) ? Object.entries(found) : [];
}
