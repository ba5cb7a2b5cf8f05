import { type Problem, problem } from '../../problem.js';
import { type JsonNode, parseJsonTree } from '../../procedure/parse-json.js';
import type { ProcedureFiles } from '../../procedure/procedure.js';
import { editJson, type JsonEdit } from '../edit-json.js';

export type Performed =
  | { readonly ok: true; readonly files: ProcedureFiles }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A folder while one operation changes it. After the first thing that cannot be done nothing else is, and nothing of it
 * comes out.
 */
export class WorkingCopy {
  private readonly files: Record<string, string>;
  private refused: readonly Problem[] = [];

  constructor(before: ProcedureFiles) {
    this.files = { ...before };
  }

  get now(): ProcedureFiles {
    return this.files;
  }

  get result(): Performed {
    return this.refused.length > 0 ? { ok: false, problems: this.refused } : { ok: true, files: this.files };
  }

  get isRefused(): boolean {
    return this.refused.length > 0;
  }

  refuse(path: string, code: string, params: NonNullable<Problem['params']>): void {
    this.refuseAll([problem(path, code, params)]);
  }

  refuseAll(problems: readonly Problem[]): void {
    if (!this.isRefused) this.refused = problems;
  }

  has(file: string): boolean {
    return Object.hasOwn(this.files, file);
  }

  text(file: string): string {
    return this.files[file] ?? '';
  }

  /** The whole file; null removes it. */
  write(file: string, text: string | null): void {
    if (this.isRefused) return;
    if (text === null) Reflect.deleteProperty(this.files, file);
    else this.files[file] = text;
  }

  root(file: string): JsonNode | null {
    const { root, problems } = parseJsonTree(file, this.text(file));
    if (root && problems.length === 0) return root;
    this.refuseAll(problems);
    return null;
  }

  /** One after the other, as in `editJson`. */
  json(file: string, ...edits: readonly JsonEdit[]): void {
    if (this.isRefused || edits.length === 0) return;
    const edited = editJson(this.text(file), edits);
    if (edited.ok) this.files[file] = edited.text;
    else this.refuseAll(edited.problems.map((each) => ({ ...each, path: file + each.path })));
  }
}
