import {
  compileProcedure,
  type Example,
  nearestName,
  type PageValidators,
  type Problem,
  type Procedure,
  type ProcedureFiles,
  readExample,
} from '#engine';
import { exampleFiles } from '../procedures/check-folder.js';
import { buildPageValidators } from '../procedures/page-validators.js';
import { readFolder } from '../procedures/read-folder.js';
import { AskedWrongly, type Words } from './command.js';

/** A folder that compiled, ready to be lived through. */
export interface OpenedProcedure {
  readonly files: ProcedureFiles;
  readonly procedure: Procedure;
  readonly validators: PageValidators;
}

export type Opening =
  | ({ readonly ok: true } & OpenedProcedure)
  | { readonly ok: false; readonly files: ProcedureFiles; readonly problems: readonly Problem[] };

/** @throws UnreadableFolder */
export async function openProcedure(folder: string): Promise<Opening> {
  const files = await readFolder(folder);
  const compiled = compileProcedure(files);
  if (!compiled.ok) return { ok: false, files, problems: compiled.problems };
  const { procedure } = compiled;
  return { ok: true, files, procedure, validators: buildPageValidators(procedure.form).functions };
}

/**
 * The examples that were asked for, all when none was. A name may come with or without folder and ending.
 *
 * @throws AskedWrongly when there is no such example
 */
export function chosenExamples(files: ProcedureFiles, wanted: readonly string[]): readonly string[] {
  const all = exampleFiles(files);
  if (wanted.length === 0) return all;
  return wanted.map((name) => {
    const short = shortName(name);
    const found = all.find((file) => shortName(file) === short) ?? onlyOneStarting(all, short);
    if (found !== undefined) return found;
    throw new AskedWrongly(noExample(name, all.map(shortName)));
  });
}

/** Names the nearest example, or those there are. */
function noExample(name: string, all: readonly string[]): Words {
  const near = nearestName(shortName(name), all);
  const [shown, more] = [all.slice(0, 10), all.length > 10];
  if (near !== undefined)
    return [
      `例「${name}」がありません。「${near}」のことですか。`,
      `There is no example “${name}”. Did you mean “${near}”?`,
    ];
  return all.length === 0
    ? [
        `例「${name}」がありません。この手続に例はまだありません。`,
        `There is no example “${name}”; the procedure has none yet.`,
      ]
    : [
        `例「${name}」がありません。あるのは：${shown.join('、')}${more ? ` など${all.length}件` : ''}`,
        `There is no example “${name}”. There are: ${shown.join(', ')}${more ? ` and others, ${all.length} in all` : ''}`,
      ];
}

/** `17` is enough to name `examples/17-correction.json`. */
function onlyOneStarting(all: readonly string[], start: string): string | undefined {
  const found = all.filter((file) => shortName(file).startsWith(`${start}-`));
  return found.length === 1 ? found[0] : undefined;
}

export function shortName(file: string): string {
  return file
    .replaceAll('\\', '/')
    .replace(/^.*\//, '')
    .replace(/\.json$/, '');
}

export type ReadExample =
  | { readonly ok: true; readonly example: Example }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function openExample(files: ProcedureFiles, file: string): ReadExample {
  const { example, problems } = readExample(file, files[file] ?? '');
  return example ? { ok: true, example } : { ok: false, problems };
}
