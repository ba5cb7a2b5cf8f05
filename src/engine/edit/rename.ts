import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { compileProcedure } from '../procedure/compile-procedure.js';
import { checkName } from '../procedure/names.js';
import type { ProcedureFiles } from '../procedure/procedure.js';
import { isSafeName } from '../workflow/safe-name.js';
import { usesOf } from './find-uses.js';
import { collectNames } from './names/collect-names.js';
import { type NameBook } from './names/name-book.js';
import { sameMeaning } from './same-meaning.js';
import { nameOf, type Thing, type Use } from './thing.js';
import { thingsOf } from './things-in.js';
import { unsurePlaces } from './unsure-places.js';

export type Renamed =
  | {
      readonly ok: true;
      readonly files: ProcedureFiles;
      /** Every place that was rewritten, as it stood before. */
      readonly edits: readonly Use[];
      /** Places of the same word that were left, because nobody can say what it names there. */
      readonly unsure: readonly Use[];
      /** Files that now have another name: old → new. */
      readonly moved: Readonly<Record<string, string>>;
      /** Files that are made from the others and must be made again (`tetsuzuki types`). */
      readonly outdated: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Gives a thing another name in every file that names it; no other byte changes. The result is checked before it is
 * given: each name of the folder must mean what it meant, and nothing may have become wrong. Refused are names that are
 * not safe, reserved or taken, names that something else would catch (a loop variable of that name), and a folder with
 * a file that is no JSON.
 */
export function rename(files: ProcedureFiles, thing: Thing, newName: string): Renamed {
  const { book, problems } = collectNames(files);
  if (problems.length > 0) return { ok: false, problems };
  const edits = usesOf(book, thing).map(({ kind, file, path, from, to }) => ({ kind, file, path, from, to }));
  const place = edits.find((use) => use.kind === 'definition')?.path ?? fileOf(thing);
  if (!exists(files, book, thing)) return refuse(place, 'name-unknown', unknown(files, book, thing));
  if (newName === nameOf(thing)) return { ok: true, files, edits: [], unsure: [], moved: {}, outdated: [] };
  const refused = refuseName(files, book, thing, newName, place);
  if (refused.length > 0) return { ok: false, problems: refused };

  const moved = FILES.has(thing.kind) ? { [fileOf(thing)]: fileOf(thing, newName) } : {};
  const renamed = rewritten(files, edits, newName, moved);
  const params = { name: nameOf(thing), to: newName };
  const caught = sameMeaning(book, collectNames(renamed).book, edits, newName, moved);
  if (caught !== null) return refuse(caught, 'rename-caught', params);
  const broken = newProblem(files, renamed);
  if (broken) return { ok: false, problems: [problem(broken.path, 'rename-breaks', params), broken] };
  const typed = thing.kind === 'page' || thing.kind === 'field';
  const unsure = STEPS.has(thing.kind) ? unsurePlaces(book, nameOf(thing)) : [];
  return { ok: true, files: renamed, edits, unsure, moved, outdated: typed ? ['answers.d.ts'] : [] };
}

/** What expressions name as a step of a path. */
const STEPS = new Set<Thing['kind']>(['field', 'column', 'staff-field']);

/** The file that a thing is; of any other thing the file that defines it. */
function fileOf(thing: Thing, name = nameOf(thing)): string {
  if (thing.kind === 'table') return `tables/${name}.csv`;
  if (thing.kind === 'message' || thing.kind === 'notice') return `${thing.kind}s/${name}.md`;
  if (thing.kind === 'column') return `tables/${thing.table}.csv`;
  if (thing.kind === 'criterion') return 'procedure.json';
  return ['page', 'field', 'check'].includes(thing.kind) ? 'form.schema.json' : 'workflow.json';
}

const FILES = new Set<Thing['kind']>(['table', 'message', 'notice']);

function exists(files: ProcedureFiles, book: NameBook, thing: Thing): boolean {
  if (FILES.has(thing.kind)) return Object.hasOwn(files, fileOf(thing));
  return usesOf(book, thing).some((use) => use.kind === 'definition');
}

function unknown(files: ProcedureFiles, book: NameBook, thing: Thing): Problem['params'] {
  const full = (one: Thing) => (one.kind === 'field' ? one.path : one.name);
  const known = thingsOf(files, book).filter(({ kind }) => kind === thing.kind);
  const suggestion = nearestName(full(thing), known.map(full));
  return suggestion === undefined ? { name: full(thing) } : { name: full(thing), suggestion };
}

/** An id of a check, a criterion, a reason; a file of messages or notices. */
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u;
const PLAIN = new Set<Thing['kind']>(['message', 'notice', 'criterion', 'reason', 'check', 'stage-check']);

function refuseName(
  files: ProcedureFiles,
  book: NameBook,
  thing: Thing,
  name: string,
  place: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (thing.kind === 'page' || thing.kind === 'field')
    checkName(name, place, thing.kind === 'page', problems);
  else if (!(PLAIN.has(thing.kind) ? PLAIN_NAME.test(name) && !(name in {}) : isSafeName(name)))
    problems.push(problem(place, 'unsafe-name', { name }));
  if (problems.length === 0 && exists(files, book, renamedThing(thing, name)))
    problems.push(problem(place, 'name-taken', { name }));
  return problems;
}

/** What the thing will be. */
function renamedThing(thing: Thing, name: string): Thing {
  if (thing.kind !== 'field') return { ...thing, name };
  return { kind: 'field', path: thing.path.slice(0, -nameOf(thing).length) + name };
}

function rewritten(
  files: ProcedureFiles,
  edits: readonly Use[],
  name: string,
  moved: Readonly<Record<string, string>>,
): ProcedureFiles {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const inFile = edits.filter((use) => use.file === file);
      return [moved[file] ?? file, inFile.reduceRight((edited, use) => replaced(edited, use, name), text)];
    }),
  );
}

function replaced(text: string, { from, to }: Use, name: string): string {
  return text.slice(0, from) + name + text.slice(to);
}

/** The first problem of the folder now that it did not have before. */
function newProblem(before: ProcedureFiles, after: ProcedureFiles): Problem | undefined {
  const compiled = compileProcedure(after);
  if (compiled.ok) return undefined;
  const old = compileProcedure(before);
  const known = old.ok ? [] : old.problems.map(({ code }) => code);
  return compiled.problems.find(({ code }) => {
    const index = known.indexOf(code);
    if (index !== -1) known.splice(index, 1);
    return index === -1;
  });
}

function refuse(path: string, code: string, params: Problem['params']): Renamed {
  return { ok: false, problems: [problem(path, code, params)] };
}
