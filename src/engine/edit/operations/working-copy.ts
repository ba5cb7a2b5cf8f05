import { type Problem, problem } from '../../problem.js';
import { type JsonNode, type JsonValue, parseJsonTree } from '../../procedure/parse-json.js';
import type { ProcedureFiles } from '../../procedure/procedure.js';
import { pointer as stepTo } from '../../workflow/object-reader.js';
import { editJson, type JsonEdit } from '../edit-json.js';
import { placeAt, pointerSteps } from '../json-place.js';

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

  /** Sets a member of an object, making the objects on the way to it; null takes it away. */
  setDeep(file: string, pointer: string, value: JsonValue): void {
    if (!this.has(file)) this.write(file, '{}\n');
    const root = this.root(file);
    if (!root) return;
    if (value === null) {
      if (placeAt(root, pointer)) this.json(file, { kind: 'remove', pointer });
      return;
    }
    const steps = pointer.split('/').slice(1);
    const way = (length: number): string => `/${steps.slice(0, length).join('/')}`;
    const missing = steps.findIndex((_, index) => !placeAt(root, way(index + 1)));
    const inner = missing === -1 ? [] : pointerSteps(pointer).slice(missing + 1);
    const wrapped = inner.reduceRight<JsonValue>((held, step) => ({ [step]: held }), value);
    this.json(file, { kind: 'set', pointer: missing === -1 ? pointer : way(missing + 1), value: wrapped });
  }

  /** Adds an entry to a list, or takes it out; a list that is not there is made. */
  setListed(file: string, pointer: string, entry: string, listed: boolean): void {
    const root = this.root(file);
    const list = root && placeAt(root, pointer);
    const index = (list?.node.items ?? []).findIndex(({ value }) => value === entry);
    if (listed === index >= 0) return;
    if (!listed) this.json(file, { kind: 'remove', pointer: stepTo(pointer, index) });
    else if (list) this.json(file, { kind: 'insert', pointer: `${pointer}/-`, value: entry });
    else this.setDeep(file, pointer, [entry]);
  }
}
