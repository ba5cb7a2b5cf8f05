import { pointer as stepTo } from '../../workflow/object-reader.js';
import { placeAt } from '../json-place.js';
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

/** Sets a member of an object, making the objects on the way to it; null takes it away. */
export function setDeep(copy: WorkingCopy, file: string, pointer: string, value: unknown): void {
  if (!copy.has(file)) copy.write(file, '{}\n');
  const root = copy.root(file);
  if (!root) return;
  if (value === null) {
    if (placeAt(root, pointer)) copy.json(file, { kind: 'remove', pointer });
    return;
  }
  const steps = pointer.split('/').slice(1);
  const missing = steps.findIndex((_, index) => !placeAt(root, `/${steps.slice(0, index + 1).join('/')}`));
  if (missing === -1 || missing === steps.length - 1) {
    copy.json(file, { kind: 'set', pointer, value: value as never });
    return;
  }
  const inner = steps
    .slice(missing + 1)
    .reduceRight<unknown>((wrapped, step) => ({ [unescaped(step)]: wrapped }), value);
  copy.json(file, {
    kind: 'set',
    pointer: `/${steps.slice(0, missing + 1).join('/')}`,
    value: inner as never,
  });
}

/** Adds an entry to a list of a file, or takes it out; a list that is not there is made. */
export function setListed(
  copy: WorkingCopy,
  file: string,
  pointer: string,
  entry: string,
  listed: boolean,
): void {
  const root = copy.root(file);
  const list = root && placeAt(root, pointer);
  const index = (list?.node.items ?? []).findIndex(({ value }) => value === entry);
  if (listed === index >= 0) return;
  if (!listed) copy.json(file, { kind: 'remove', pointer: stepTo(pointer, index) });
  else if (list) copy.json(file, { kind: 'insert', pointer: `${pointer}/-`, value: entry });
  else setDeep(copy, file, pointer, [entry]);
}

export function outlinesIn(copy: WorkingCopy): readonly Outline[] {
  const root = copy.root(FORM);
  const all = (outline: Outline): readonly Outline[] => [outline, ...outline.fields.flatMap(all)];
  return root ? outlineOf(root).flatMap(all) : [];
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
