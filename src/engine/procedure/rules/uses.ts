import type { Expression } from '../../expression/index.js';
import { isObject, pointer } from '../../workflow/object-reader.js';
import { parseJson } from '../parse-json.js';
import type { ProcedureFiles } from '../procedure.js';
import type { Folder } from './rule.js';

/** Every expression of a folder whose parts all compiled, wherever it stands. */
export function expressionsIn({ info, form, workflow, messages, notices }: Folder): readonly Expression[] {
  const found: Expression[] = [];
  const walk = (value: unknown): void => {
    if (isExpression(value)) found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value instanceof Map) [...value.values()].forEach(walk);
    else if (isObject(value)) Object.values(value).forEach(walk);
  };
  const templates = [...messages.values(), ...notices.values()].map(({ head, body }) => ({ head, body }));
  walk([
    info,
    form?.pages.map(({ askWhen, fields }) => ({ askWhen, fields })),
    form?.checks,
    workflow,
    templates,
  ]);
  return found;
}

function isExpression(value: unknown): value is Expression {
  return isObject(value) && 'evaluate' in value && 'reads' in value;
}

/** A member of a JSON file, by key, wherever it stands. */
export interface Member {
  readonly key: string;
  readonly value: unknown;
  readonly owner: Readonly<Record<string, unknown>>;
  /** `workflow.json#/stages/review/actions/pass/when` */
  readonly path: string;
}

export function membersIn(files: ProcedureFiles, file: string): readonly Member[] {
  const parsed = parseJson(file, files[file] ?? '');
  const found: Member[] = [];
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, pointer(at, index)));
    else if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        const path = pointer(at, key);
        found.push({ key, value: member, owner: value, path });
        walk(member, path);
      }
    }
  };
  if (parsed.ok) walk(parsed.value, `${file}#`);
  return found;
}
