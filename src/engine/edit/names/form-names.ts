import type { Scope } from '../../expression/index.js';
import { type Outline, SchemaView } from '../schema-outline.js';
import type { UseKind } from '../thing.js';
import type { JsonFile, Stretch } from './folder-text.js';
import { fieldKey, keyOf, type NameBook } from './name-book.js';

/** What expressions of form.schema.json may read, at a page or field. */
export type ScopeAt = (repeat: Outline | null) => Scope;

/** The names of form.schema.json. */
export function collectForm(book: NameBook, file: JsonFile, scopeAt: ScopeAt): void {
  const at = (view: SchemaView | null, key: string): Stretch | null => {
    const found = view?.get(key);
    return found ? file.value({ ...found, node: found.member.node }) : null;
  };

  function expression(stretch: Stretch | null, owner: Outline | null, repeat: Outline | null): void {
    if (stretch)
      book.expression({ stretch, as: 'expression', scope: scopeAt(repeat), repeat, loops: [], owner });
  }

  function checks(view: SchemaView, owner: Outline | null, repeat: Outline | null): void {
    const list = view.get('x-check');
    if (!list) return;
    for (const check of file.find('/*', { ...list, node: list.member.node })) {
      const part = (key: string) => file.find(`/${key}`, check).map((found) => file.value(found))[0] ?? null;
      expression(part('expression'), owner, repeat);
      book.dotted(part('target'), 'check-target', repeat);
      const [id, criterion] = [part('id'), part('criterion')];
      if (id) book.add(keyOf({ kind: 'check', name: id.text }), 'definition', id);
      if (criterion) book.add(keyOf({ kind: 'criterion', name: criterion.text }), 'criterion', criterion);
    }
  }

  function required(view: SchemaView, fields: readonly Outline[]): void {
    const list = view.get('required');
    if (!list) return;
    for (const item of file.find('/*', { ...list, node: list.member.node })) {
      const field = fields.find((candidate) => candidate.name === item.node.value);
      book.add(fieldKey(field ?? null), 'required', file.value(item));
    }
  }

  function options(view: SchemaView | null): void {
    const table = at(view?.view('x-options') ?? null, 'table');
    if (!table) return;
    book.add(keyOf({ kind: 'table', name: table.text }), 'options', table);
    for (const key of ['value', 'label']) {
      const column = at(view?.view('x-options') ?? null, key);
      if (column)
        book.add(keyOf({ kind: 'column', table: table.text, name: column.text }), 'options', column);
    }
  }

  function visit(owner: Outline): void {
    const { schema, member, definition, row, repeat } = owner;
    book.add(fieldKey(owner), 'definition', file.key({ node: member.node, member, pointer: definition }));
    expression(at(schema, 'x-askWhen'), owner, repeat);
    expression(at(schema, 'x-compute'), owner, repeat);
    checks(schema, owner, repeat);
    if (row) checks(row, owner, owner);
    required(row ?? schema, owner.fields);
    options(schema);
    options(schema.view('items'));
    const prefill = at(schema, 'x-prefill');
    book.dotted(at(schema.view('x-from-application'), 'question'), 'from-application', null);
    if (prefill?.text.startsWith('previous.')) book.dotted(prefill, 'prefill', null, 'previous.'.length);
    owner.fields.forEach(visit);
  }

  book.pages.forEach(visit);
  const root = SchemaView.at(file.root, file.root, '');
  required(root, book.pages);
  checks(root, null, null);
}

/** The names of form.ui.json. */
export function collectUi(book: NameBook, file: JsonFile): void {
  type Place = ReturnType<JsonFile['find']>[number];
  const note = (among: readonly Outline[], name: unknown, as: UseKind, stretch: Stretch | null) =>
    book.add(fieldKey(among.find((one) => one.name === name) ?? null), as, stretch);

  function container(place: Place, fields: readonly Outline[]): void {
    for (const inner of file.find('/*', place)) {
      const field = fields.find((candidate) => candidate.name === inner.member?.key);
      if (!field) continue;
      note(fields, field.name, 'ui', file.key(inner));
      for (const pattern of ['/ui:fills/*', '/ui:options/bank'])
        for (const beside of file.find(pattern, inner))
          note(fields, beside.node.value, 'fills', file.value(beside));
      if (!field.row) container(inner, field.fields);
      else for (const items of file.find('/items', inner)) container(items, field.fields);
      for (const per of file.find('/ui:options/oneRowPer', inner))
        note(field.fields, per.node.value, 'row-per', file.value(per));
    }
    for (const item of file.find('/ui:order/*', place))
      note(fields, item.node.value, 'order', file.value(item));
  }

  for (const root of file.find('')) container(root, book.pages);
}
