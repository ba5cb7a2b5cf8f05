import { checkName } from '../../procedure/names.js';
import { pointer as stepTo } from '../../workflow/object-reader.js';
import type { Problem } from '../../problem.js';
import { placeAt } from '../json-place.js';
import { containerAt, fieldAt, FORM, parentPath, UI } from './form-place.js';
import type { FormOperation, NewField } from './operation.js';
import type { WorkingCopy } from './working-copy.js';

type Of<K extends FormOperation['kind']> = Extract<FormOperation, { kind: K }>;

export function addPage(copy: WorkingCopy, { name, schema, before }: Of<'add-page'>): void {
  insert(copy, '', [{ name, schema }], before);
}

export function addFields(copy: WorkingCopy, { to, fields, before }: Of<'add-fields'>): void {
  const container = containerAt(copy, to);
  if (!container) return;
  const taken = new Set(container.fields.map(({ name }) => name));
  const named = fields.map((field) => {
    const name = freeName(field.name, taken);
    taken.add(name);
    return { ...field, name };
  });
  insert(copy, to, named, before);
}

export function duplicateField(copy: WorkingCopy, { path, name }: Of<'duplicate-field'>): void {
  const field = fieldAt(copy, path);
  const parent = containerAt(copy, parentPath(path));
  const root = copy.root(FORM);
  const own = field && root ? placeAt(root, field.definition) : null;
  if (!field || !parent || !own) return;
  const index = parent.fields.findIndex((each) => each.path === path);
  const before = parent.fields[index + 1]?.name;
  const ui = copy.has(UI) ? copy.root(UI) : null;
  const uiOf = ui && placeAt(ui, stepTo(parent.ui, field.name));
  const required = placeAt(root ?? own.node, `${parent.pointer}/required`)?.node.items?.some(
    ({ value }) => value === field.name,
  );
  const schema = withoutCheckIds(own.node.value as NewField['schema'], name);
  const copyOf: NewField = {
    name,
    schema,
    required: required ?? false,
    ...(uiOf ? { ui: uiOf.node.value as NonNullable<NewField['ui']> } : {}),
  };
  insert(copy, parentPath(path), [copyOf], before);
}

/** Ids of checks are one for the whole form. */
function withoutCheckIds(schema: NewField['schema'], name: string): NewField['schema'] {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === 'x-check' && Array.isArray(value)
      ? value.map((check: Readonly<Record<string, unknown>>) => ({
          ...check,
          id: `${String(check.id)}-${name}`,
        }))
      : value,
  );
  return JSON.parse(text) as NewField['schema'];
}

function insert(
  copy: WorkingCopy,
  to: string,
  fields: readonly NewField[],
  before: string | undefined,
): void {
  const container = containerAt(copy, to);
  if (!container) return;
  for (const { name, schema, ui, required } of fields) {
    const problems: Problem[] = [];
    checkName(name, FORM, to === '', problems);
    copy.refuseAll(problems);
    if (container.fields.some((each) => each.name === name)) copy.refuse(FORM, 'name-taken', { name });
    if (copy.isRefused) return;
    addMember(copy, `${container.pointer}/properties`, name, schema, before);
    if (required) copy.setListed(FORM, `${container.pointer}/required`, name, true);
    if (ui) copy.setDeep(UI, stepTo(container.ui, name), ui);
    placeInOrder(copy, container.ui, name, before);
  }
}

function addMember(
  copy: WorkingCopy,
  properties: string,
  name: string,
  value: NewField['schema'],
  before: string | undefined,
): void {
  const root = copy.root(FORM);
  const place = root && placeAt(root, properties);
  if (!place) copy.setDeep(FORM, properties, { [name]: value });
  else
    copy.json(FORM, {
      kind: 'insert',
      pointer: stepTo(properties, name),
      value,
      ...(before === undefined ? {} : { before }),
    });
}

/**
 * Where form.ui.json says the order of the screen, it is said of this one, too; what stands among the rest (`*`) comes in
 * the order of the form.
 */
export function placeInOrder(
  copy: WorkingCopy,
  container: string,
  name: string,
  before: string | undefined,
): void {
  const order = orderAt(copy, container);
  if (!order) return;
  const names = order.items.filter((each) => each !== name);
  const at = before === undefined ? names.length : names.indexOf(before);
  const isAmongTheRest = at === -1 || (before === undefined && names.at(-1) === '*');
  const now = isAmongTheRest ? names : [...names.slice(0, at), name, ...names.slice(at)];
  if (now.join(' ') !== order.items.join(' '))
    copy.json(UI, { kind: 'set', pointer: order.pointer, value: now });
}

export function orderAt(
  copy: WorkingCopy,
  container: string,
): { readonly pointer: string; readonly items: readonly string[] } | null {
  const root = copy.has(UI) ? copy.root(UI) : null;
  const pointer = `${container}/ui:order`;
  const items = root && placeAt(root, pointer)?.node.items;
  return items ? { pointer, items: items.map(({ value }) => String(value)) } : null;
}

/** `name`, or `name_2` where that is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/_\d+$/, '');
  for (let number = 2; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}
