import type { ProcedureFiles } from '#engine';

/** One slip of an author: what is changed in a shipped folder, and what must be said about it. */
export interface Slip {
  readonly name: string;
  readonly of: 'jitan-9' | 'gold-sticker';
  readonly edit: (files: ProcedureFiles) => ProcedureFiles;
  readonly path: string;
  readonly code: string;
  /** Part of the Japanese sentence. */
  readonly says: string;
}

type Edit = Slip['edit'];

/** Replaces a text that stands in the file exactly once. */
export function swap(file: string, from: string, to: string): Edit {
  return (files) => {
    const text = textOf(files, file);
    if (text.split(from).length !== 2) throw new Error(`“${from}” is not there once in ${file}`);
    return { ...files, [file]: text.replace(from, () => to) };
  };
}

/** As `swap`, in a JSON file written on one line: its line is then 1 wherever the slip stands. */
export function swapOnOneLine(file: string, from: string, to: string): Edit {
  return (files) =>
    swap(file, from, to)({ ...files, [file]: JSON.stringify(JSON.parse(textOf(files, file))) });
}

/** Sets the value at a JSON Pointer; undefined takes it away. */
export function set(file: string, pointer: string, value: unknown): Edit {
  return (files) => {
    const root: unknown = JSON.parse(textOf(files, file));
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    let at = root as Record<string, unknown>;
    for (const step of steps) at = at[step] as Record<string, unknown>;
    if (value === undefined) Reflect.deleteProperty(at, last);
    else at[last] = value;
    return { ...files, [file]: JSON.stringify(root, null, 2) };
  };
}

export function put(file: string, text: string): Edit {
  return (files) => ({ ...files, [file]: text });
}

export function drop(file: string): Edit {
  return (files) => Object.fromEntries(Object.entries(files).filter(([name]) => name !== file));
}

function textOf(files: ProcedureFiles, file: string): string {
  const text = files[file];
  if (text === undefined) throw new Error(`There is no ${file}`);
  return text;
}

const PAGE = '/properties/';

/** Pointer to a page or question of form.schema.json: `store.name`. Not for what stands in a repeat. */
export function field(path: string): string {
  return path
    .split('.')
    .map((name) => `${PAGE}${name}`)
    .join('');
}
