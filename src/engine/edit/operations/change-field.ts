import type { JsonValue } from '../../procedure/parse-json.js';
import { isObject, pointer as stepTo } from '../../workflow/object-reader.js';
import type { JsonEdit } from '../edit-json.js';
import { placeAt } from '../json-place.js';
import { containerAt, fieldAt, FORM, parentPath, UI, uiPointer } from './form-place.js';
import type { FormOperation } from './operation.js';
import type { WorkingCopy } from './working-copy.js';

type Of<K extends FormOperation['kind']> = Extract<FormOperation, { kind: K }>;

/** Beside a `$ref`, so that other uses of a shared definition stay as they are. */
export function setKeyword(copy: WorkingCopy, { path, keyword, value }: Of<'set-keyword'>): void {
  const field = fieldAt(copy, path);
  if (field) copy.setDeep(FORM, stepTo(field.definition, keyword), value);
}

/** What a question says of itself, whatever kind it is of. */
const STAYS = new Set([
  'title',
  'description',
  'x-askWhen',
  'x-check',
  'x-purpose',
  'x-retention',
  'x-sensitive',
]);

export function setFieldKind(copy: WorkingCopy, { path, schema }: Of<'set-field-kind'>): void {
  const field = fieldAt(copy, path);
  const root = copy.root(FORM);
  const now = field && root && placeAt(root, field.definition)?.node.value;
  if (!field || !isObject(now)) return;
  const kept = Object.entries(now).filter(([keyword]) => STAYS.has(keyword));
  const fresh = Object.entries(schema).filter(([keyword]) => !STAYS.has(keyword));
  const value = Object.fromEntries([...fresh, ...kept]) as JsonValue;
  copy.json(FORM, { kind: 'set', pointer: field.definition, value });
  for (const keyword of ['ui:widget', 'ui:options', 'ui:fills'])
    setUi(copy, { kind: 'set-ui', path, keyword, value: null });
}

export function setRequired(copy: WorkingCopy, { path, required }: Of<'set-required'>): void {
  const field = fieldAt(copy, path);
  const parent = containerAt(copy, parentPath(path));
  if (field && parent) copy.setListed(FORM, `${parent.pointer}/required`, field.name, required);
}

export function setUi(copy: WorkingCopy, { path, keyword, value }: Of<'set-ui'>): void {
  const field = fieldAt(copy, path);
  if (!field || (value === null && !copy.has(UI))) return;
  const own = uiPointer(field);
  copy.setDeep(UI, stepTo(own, keyword), value);
  if (value === null) removeEmpty(copy, own);
}

/** Nothing that says nothing is left behind. */
function removeEmpty(copy: WorkingCopy, pointer: string): void {
  const root = copy.root(UI);
  if (pointer === '' || !root || placeAt(root, pointer)?.node.members?.length !== 0) return;
  copy.json(UI, { kind: 'remove', pointer });
  removeEmpty(copy, pointer.slice(0, pointer.lastIndexOf('/')));
}

export function addCheck(copy: WorkingCopy, { path, check }: Of<'add-check'>): void {
  const owner = checksAt(copy, path);
  const root = copy.root(FORM);
  if (owner === null || !root) return;
  if (placeAt(root, owner)) copy.json(FORM, { kind: 'insert', pointer: `${owner}/-`, value: check });
  else copy.setDeep(FORM, owner, [check]);
}

export function setCheck(copy: WorkingCopy, { path, id, check }: Of<'set-check'>): void {
  const pointer = checkAt(copy, path, id);
  if (pointer !== null) copy.json(FORM, { kind: 'set', pointer, value: check });
}

/** The last one takes the list with it. */
export function removeCheck(copy: WorkingCopy, { path, id }: Of<'remove-check'>): void {
  const pointer = checkAt(copy, path, id);
  const root = copy.root(FORM);
  if (pointer === null || !root) return;
  const list = pointer.slice(0, pointer.lastIndexOf('/'));
  const isLast = placeAt(root, list)?.node.items?.length === 1;
  copy.json(FORM, { kind: 'remove', pointer: isLast ? list : pointer });
}

function checksAt(copy: WorkingCopy, path: string): string | null {
  if (path === '') return '/x-check';
  const field = fieldAt(copy, path);
  return field && stepTo(field.definition, 'x-check');
}

function checkAt(copy: WorkingCopy, path: string, id: string): string | null {
  const list = checksAt(copy, path);
  const root = copy.root(FORM);
  if (list === null || !root) return null;
  const items = placeAt(root, list)?.node.items ?? [];
  const index = items.findIndex(({ value }) => isObject(value) && value.id === id);
  if (index === -1) copy.refuse(FORM, 'name-unknown', { name: id });
  return index === -1 ? null : stepTo(list, index);
}

type OptionOperation = Extract<
  FormOperation,
  { readonly kind: 'add-option' | 'set-option' | 'remove-option' | 'move-option' }
>;

/** Choices written out: `oneOf` of the question, or of the entries of a choice of several. */
export function changeOptions(copy: WorkingCopy, operation: OptionOperation): void {
  const list = optionsAt(copy, operation.path);
  if (list !== null) copy.json(FORM, editOf(list, operation));
}

function editOf(list: string, operation: OptionOperation): JsonEdit {
  if (operation.kind === 'remove-option') return { kind: 'remove', pointer: stepTo(list, operation.index) };
  if (operation.kind === 'move-option')
    return { kind: 'move', pointer: stepTo(list, operation.index), to: stepTo(list, operation.to) };
  const value = { const: operation.value, title: operation.title };
  return operation.kind === 'set-option'
    ? { kind: 'set', pointer: stepTo(list, operation.index), value }
    : { kind: 'insert', pointer: `${list}/${operation.index ?? '-'}`, value };
}

function optionsAt(copy: WorkingCopy, path: string): string | null {
  const field = fieldAt(copy, path);
  if (!field) return null;
  const found = field.schema.get('oneOf') ?? field.schema.view('items')?.get('oneOf') ?? null;
  if (!found) copy.refuse(FORM, 'has-no-options', { name: path });
  return found?.pointer ?? null;
}
