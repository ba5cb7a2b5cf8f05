import type { ProcedureFiles } from '../procedure/procedure.js';
import { collectNames } from './names/collect-names.js';
import { fieldKey, keyOf, type KeyedUse, type NameBook } from './names/name-book.js';
import type { Outline } from './schema-outline.js';
import type { Thing, Use } from './thing.js';

/**
 * Every place of the folder that names a thing, in the order of the files: its definition, expressions, placeholders,
 * screens, routes, examples. A field that is defined once and used at several places (`$defs`) is one thing: all its
 * places are found by any of its paths. Files that are no JSON have no names.
 */
export function findUses(files: ProcedureFiles, thing: Thing): readonly Use[] {
  const { book } = collectNames(files);
  return usesOf(book, thing).map(({ kind, file, path, from, to }) => ({ kind, file, path, from, to }));
}

export function usesOf(book: NameBook, thing: Thing): readonly KeyedUse[] {
  const key = keyIn(book, thing);
  return key === null ? [] : book.uses.filter((use) => use.key === key);
}

/** Null for a page or field that the form does not have. */
export function keyIn(book: NameBook, thing: Thing): string | null {
  if (thing.kind === 'page') return fieldKey(book.pages.find((page) => page.name === thing.name) ?? null);
  if (thing.kind === 'field') return fieldKey(fieldIn(book.pages, thing.path));
  return keyOf(thing);
}

function fieldIn(pages: readonly Outline[], path: string): Outline | null {
  const all = (outline: Outline): readonly Outline[] => [outline, ...outline.fields.flatMap(all)];
  return pages.flatMap((page) => page.fields.flatMap(all)).find((field) => field.path === path) ?? null;
}
