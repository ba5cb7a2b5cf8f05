import type { Problem } from '../problem.js';
import { parseJson } from './parse-json.js';
import type { ProcedureFiles } from './procedure.js';

/** The order in which an author looks through a folder; what is not here comes last. */
const ORDER = ['procedure.json', 'form.schema.json', 'form.ui.json', 'workflow.json'];
const FOLDERS = ['tables', 'messages', 'notices', 'examples', 'texts'];

/** By file, then by place in the file. The same problem found from many places is there once. */
export function sortProblems(found: readonly Problem[], files: ProcedureFiles): readonly Problem[] {
  const problems = unique(found);
  if (problems.length < 2) return problems;
  const places = new Places(files);
  const keys = new Map(problems.map((item) => [item, places.keyOf(item.path)]));
  return [...problems].sort((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []));
}

/** The same definition used in many places has the same problem once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((item) => [JSON.stringify([item.path, item.code, item.params]), item]));
  return [...seen.values()];
}

type Key = readonly (string | number)[];

class Places {
  private readonly parsed = new Map<string, unknown>();
  private readonly members = new WeakMap<object, ReadonlyMap<string, number>>();

  constructor(private readonly files: ProcedureFiles) {}

  keyOf(path: string): Key {
    const [file = '', place = ''] = path.split(/#(.*)/s);
    const line = /^\d+$/.test(place);
    return [...fileKey(file), ...(line ? [Number(place)] : this.pointerKey(file, place))];
  }

  /** Places of the members on the way down, as they stand in the file; what is missing stands after all that is there. */
  private pointerKey(file: string, place: string): Key {
    let value = this.contentOf(file);
    return place
      .split('/')
      .slice(1)
      .map((step) => {
        const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
        if (typeof value !== 'object' || value === null) return Number.MAX_SAFE_INTEGER;
        const at = this.membersOf(value).get(name);
        value = at === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[name];
        return at ?? Number.MAX_SAFE_INTEGER;
      });
  }

  private contentOf(file: string): unknown {
    if (!this.parsed.has(file)) {
      const text = Object.hasOwn(this.files, file) ? (this.files[file] ?? '') : '';
      const parsed = file.endsWith('.json') ? parseJson(file, text) : undefined;
      this.parsed.set(file, parsed?.ok === true ? parsed.value : undefined);
    }
    return this.parsed.get(file);
  }

  private membersOf(value: object): ReadonlyMap<string, number> {
    const known = this.members.get(value);
    if (known) return known;
    const made = new Map(Object.keys(value).map((name, index) => [name, index]));
    this.members.set(value, made);
    return made;
  }
}

function fileKey(file: string): Key {
  const known = ORDER.indexOf(file);
  if (known !== -1) return [known, ''];
  const folder = FOLDERS.indexOf(file.split('/')[0] ?? '');
  return [ORDER.length + (folder === -1 ? FOLDERS.length : folder), file];
}

/** A place comes before what is inside it. */
function compare(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
