import type { ProcedureFiles } from '../procedure/procedure.js';
import { collectNames } from './names/collect-names.js';
import type { NameBook } from './names/name-book.js';
import type { Outline } from './schema-outline.js';
import type { PlainKind, Thing } from './thing.js';

/** Everything in a folder that has a name of its own, fields by each of their paths. */
export function thingsIn(files: ProcedureFiles): readonly Thing[] {
  return thingsOf(files, collectNames(files).book);
}

export function thingsOf(files: ProcedureFiles, book: NameBook): readonly Thing[] {
  const fields = (outline: Outline): readonly Thing[] => [
    { kind: 'field', path: outline.path },
    ...outline.fields.flatMap(fields),
  ];
  const definitions = book.uses.filter(({ kind }) => kind === 'definition');
  const order = Object.keys(files);
  const inOrder = [...definitions].sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file));
  const defined = new Set(inOrder.map(({ key }) => key));
  return [
    ...book.pages.flatMap(({ name, fields: inside }): readonly Thing[] => [
      { kind: 'page', name },
      ...inside.flatMap(fields),
    ]),
    ...Object.keys(files).flatMap(fileThing),
    ...[...defined].flatMap(namedThing),
  ];
}

function fileThing(file: string): readonly Thing[] {
  const [, folder, name = ''] = /^(table|message|notice)s\/([^/]+)\.(?:csv|md)$/.exec(file) ?? [];
  return folder === 'table' || folder === 'message' || folder === 'notice' ? [{ kind: folder, name }] : [];
}

function namedThing(key: string): readonly Thing[] {
  const [, kind = '', name = ''] = /^([a-z-]+) (.*)$/s.exec(key) ?? [];
  const [, owner = '', inside = ''] = /^(\S+) (.*)$/s.exec(name) ?? [];
  if (kind === 'field') return [];
  if (kind === 'column') return [{ kind, table: owner, name: inside }];
  if (kind === 'staff-field') return [{ kind, action: owner, name: inside }];
  return [{ kind: kind as PlainKind, name }];
}
