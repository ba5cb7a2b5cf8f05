import { type Outline, outlineOf } from '../schema-outline.js';
import type { WorkingCopy } from './working-copy.js';

export const FORM = 'form.schema.json';
export const UI = 'form.ui.json';

/** A page, group or repeat that holds fields. */
export interface Container {
  /** null: the form itself, which holds pages. */
  readonly owner: Outline | null;
  readonly fields: readonly Outline[];
  /** Of the object that has `properties` and `required`. */
  readonly pointer: string;
  /** Of its part in form.ui.json. */
  readonly ui: string;
  /** As an expression writes what stands in it: '' or `store.`; null within a repeat. */
  readonly prefix: string | null;
}

/** What stands at a path, after what was done so far; null, and the operation is refused, where nothing does. */
export function fieldAt(copy: WorkingCopy, path: string): Outline | null {
  const found = outlinesIn(copy).find((outline) => outline.path === path) ?? null;
  if (!found) copy.refuse(FORM, 'name-unknown', { name: path });
  return found;
}

/** The form for an empty path. */
export function containerAt(copy: WorkingCopy, path: string): Container | null {
  const root = copy.root(FORM);
  if (!root) return null;
  if (path === '') return { owner: null, fields: outlineOf(root), pointer: '', ui: '', prefix: '' };
  const owner = fieldAt(copy, path);
  if (!owner) return null;
  const found = (owner.row ?? owner.schema).get('properties');
  const pointer = found ? found.pointer.slice(0, -'/properties'.length) : owner.definition;
  if (!found && owner.schema.get('type')?.member.node.value !== 'object') {
    copy.refuse(FORM, 'holds-no-fields', { name: path });
    return null;
  }
  const inRepeat = owner.row !== null || owner.repeat !== null;
  return {
    owner,
    fields: owner.fields,
    pointer,
    ui: uiPointer(owner) + (owner.row ? '/items' : ''),
    prefix: inRepeat ? null : `${path}.`,
  };
}

/** What holds a field: the path before its name. */
export function parentPath(path: string): string {
  const end = path.lastIndexOf('.');
  return end === -1 ? '' : path.slice(0, end).replace(/\[\]$/, '');
}

/** Where form.ui.json speaks of a field. */
export function uiPointer({ path }: Pick<Outline, 'path'>): string {
  return path
    .split('.')
    .map((step) => (step.endsWith('[]') ? `/${step.slice(0, -2)}/items` : `/${step}`))
    .join('');
}

export function outlinesIn(copy: WorkingCopy): readonly Outline[] {
  const root = copy.root(FORM);
  const all = (outline: Outline): readonly Outline[] => [outline, ...outline.fields.flatMap(all)];
  return root ? outlineOf(root).flatMap(all) : [];
}
