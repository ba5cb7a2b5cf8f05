import { pointer as stepTo } from '../../workflow/object-reader.js';
import { usesOf } from '../find-uses.js';
import { placeAt } from '../json-place.js';
import { collectNames } from '../names/collect-names.js';
import type { KeyedUse } from '../names/name-book.js';
import type { Outline } from '../schema-outline.js';
import { orderAt, placeInOrder } from './add-fields.js';
import { type Container, containerAt, fieldAt, FORM, parentPath, UI } from './form-place.js';
import type { FormOperation } from './operation.js';
import { thingOf } from './remove-field.js';
import type { WorkingCopy } from './working-copy.js';

type MoveField = Extract<FormOperation, { kind: 'move-field' }>;

/**
 * Moves a page or field among its siblings, or a field to another page or group. What names it by its path follows:
 * expressions, placeholders, marks, the answers of examples. Refused where that cannot be written: into or out of a
 * repeat while something names it, and within a shared definition.
 */
export function moveField(copy: WorkingCopy, { path, to, before }: MoveField): void {
  const field = fieldAt(copy, path);
  const from = containerAt(copy, parentPath(path));
  const target = containerAt(copy, to);
  if (!field || !from || !target) return;
  if (before !== undefined && !target.fields.some(({ name }) => name === before))
    copy.refuse(FORM, 'name-unknown', { name: before });
  if (before === field.name && from.pointer === target.pointer) return;
  if (from.pointer === target.pointer) reorder(copy, field, from, before);
  else moveAway(copy, field, { from, target, to, before });
}

function reorder(copy: WorkingCopy, field: Outline, from: Container, before: string | undefined): void {
  const properties = `${from.pointer}/properties`;
  const to = stepTo(properties, field.name);
  copy.json(FORM, {
    kind: 'move',
    pointer: field.definition,
    to,
    ...(before === undefined ? {} : { before }),
  });
  placeInOrder(copy, from.ui, field.name, before);
}

interface Way {
  readonly from: Container;
  readonly target: Container;
  readonly to: string;
  readonly before: string | undefined;
}

function moveAway(copy: WorkingCopy, field: Outline, { from, target, to, before }: Way): void {
  const { name, path } = field;
  const isShared = [field.definition, target.pointer].some((pointer) => pointer.startsWith('/$defs/'));
  if (isShared) copy.refuse(FORM, 'move-shared', { name: path });
  if (from.owner === null || target.owner === null || to === path || to.startsWith(`${path}.`))
    copy.refuse(FORM, 'move-nowhere', { name: path, to });
  if (target.fields.some((each) => each.name === name)) copy.refuse(FORM, 'name-taken', { name });
  if (copy.isRefused) return;

  const uses = usesOf(collectNames(copy.now).book, thingOf(field));
  const named = uses.filter(({ kind }) => FOLLOWS.has(kind));
  const crosses = (from.prefix === null || target.prefix === null) && named.length > 0;
  if (crosses) copy.refuse(named[0]?.path ?? FORM, 'move-crosses-repeat', { name: path, to });
  const wasRequired = uses.some(({ kind, path: at }) => kind === 'required' && at.startsWith(FORM));
  const answered = uses
    .filter(({ kind }) => kind === 'answer')
    .map(({ file, path: at }) => [file, at] as const);
  rewritePaths(copy, named, from.prefix ?? '', target.prefix ?? '');

  for (const [file, at] of answered) moveAnswer(copy, file, at.slice(file.length + 1), from, target, name);
  copy.setListed(FORM, `${from.pointer}/required`, name, false);
  moveInUi(copy, name, from, target, before);
  moveDefinition(copy, field, target, before);
  if (wasRequired) copy.setListed(FORM, `${target.pointer}/required`, name, true);
}

/** Places that name a field by the way that leads to it. */
const FOLLOWS = new Set<KeyedUse['kind']>([
  'expression',
  'template',
  'check-target',
  'prefill',
  'from-application',
  'expectation',
  'correction',
  'highlight',
  'access',
  'payment',
  'override',
  'keyed-twice',
]);

function rewritePaths(copy: WorkingCopy, uses: readonly KeyedUse[], before: string, after: string): void {
  for (const use of [...uses].reverse()) {
    const text = copy.text(use.file);
    const isPointer = text[use.from - 1] === '/';
    const [old, now] = isPointer ? [asPointer(before), asPointer(after)] : [before, after];
    if (text.slice(use.from - old.length, use.from) !== old) {
      // Reached through a variable, or with spaces on the way: nobody but the author can say how it is named now.
      copy.refuse(use.path, 'move-unclear', { name: before + text.slice(use.from, use.to) });
      return;
    }
    copy.write(use.file, text.slice(0, use.from - old.length) + now + text.slice(use.from));
  }
}

function asPointer(prefix: string): string {
  return prefix.replaceAll('.', '/');
}

function moveAnswer(
  copy: WorkingCopy,
  file: string,
  pointer: string,
  from: Container,
  target: Container,
  name: string,
): void {
  const root = copy.root(file);
  const place = root && placeAt(root, pointer);
  const way = `/${asPointer(from.prefix ?? '')}${name}`;
  if (!place || !pointer.endsWith(way)) return;
  const start = pointer.slice(0, -way.length);
  const value = place.node.value;
  copy.json(file, { kind: 'remove', pointer });
  copy.setDeep(file, `${start}/${asPointer(target.prefix ?? '')}${name}`, value);
}

function moveInUi(
  copy: WorkingCopy,
  name: string,
  from: Container,
  target: Container,
  before: string | undefined,
): void {
  const order = orderAt(copy, from.ui);
  if (order?.items.includes(name)) copy.setListed(UI, order.pointer, name, false);
  const root = copy.has(UI) ? copy.root(UI) : null;
  const own = root && placeAt(root, stepTo(from.ui, name));
  if (own) {
    const { value } = own.node;
    copy.json(UI, { kind: 'remove', pointer: own.pointer });
    copy.setDeep(UI, stepTo(target.ui, name), value);
  }
  placeInOrder(copy, target.ui, name, before);
}

function moveDefinition(
  copy: WorkingCopy,
  { name, definition }: Outline,
  target: Container,
  before: string | undefined,
): void {
  const root = copy.root(FORM);
  const properties = `${target.pointer}/properties`;
  if (root && !placeAt(root, properties)) copy.setDeep(FORM, properties, {});
  copy.json(FORM, {
    kind: 'move',
    pointer: definition,
    to: stepTo(properties, name),
    ...(before === undefined ? {} : { before }),
  });
}
