import type { AuthoredField, NewField, Operation } from '#engine';
import type { Clip } from './clipboard.js';
import { allFields, fieldAt } from './use-outline.js';

/** What is to be done, and where what it concerns stands afterwards. */
export interface Command {
  readonly operations: readonly Operation[];
  readonly selected: readonly string[];
}

/** Among the fields of `to` (a page, group or repeat; '' for pages): before that one, or last. */
export interface Spot {
  readonly to: string;
  readonly before: string | null;
}

export function parentOf(path: string): string {
  const end = path.lastIndexOf('.');
  return end === -1 ? '' : path.slice(0, end).replace(/\[\]$/, '');
}

export function siblingsOf(outline: readonly AuthoredField[], path: string): readonly AuthoredField[] {
  const parent = parentOf(path);
  return parent === '' ? outline : (fieldAt(outline, parent)?.fields ?? []);
}

/** The path of a field of that name in a container. */
function pathIn(outline: readonly AuthoredField[], to: string, name: string): string {
  if (to === '') return name;
  return `${to}${fieldAt(outline, to)?.kind === 'rows' ? '[]' : ''}.${name}`;
}

/** Of those chosen, the ones that no other chosen one holds; in the order of the screen. */
export function outermost(
  outline: readonly AuthoredField[],
  paths: readonly string[],
): readonly AuthoredField[] {
  const chosen = allFields(outline).filter(({ path }) => paths.includes(path));
  return chosen.filter(
    ({ path }) =>
      !chosen.some(
        (other) =>
          path !== other.path && (path.startsWith(`${other.path}.`) || path.startsWith(`${other.path}[]`)),
      ),
  );
}

/** One place up or down among the siblings; null where there is nowhere to go. */
export function moveBy(
  outline: readonly AuthoredField[],
  paths: readonly string[],
  way: 'up' | 'down',
): Command | null {
  const chosen = outermost(outline, paths);
  const [first] = chosen;
  if (!first) return null;
  const parent = parentOf(first.path);
  if (chosen.some(({ path }) => parentOf(path) !== parent)) return null;
  const names = siblingsOf(outline, first.path).map(({ name }) => name);
  const moving = new Set(chosen.map(({ name }) => name));
  const at = names.map((name, index) => (moving.has(name) ? index : -1)).filter((index) => index >= 0);
  const edge = way === 'up' ? (at[0] ?? 0) - 1 : (at.at(-1) ?? 0) + 1;
  if (edge < 0 || edge >= names.length) return null;
  const before = way === 'up' ? names[edge] : names[edge + 1];
  return moveTo(outline, paths, { to: parent, before: before ?? null });
}

/** To any place; null where something would be put into itself. */
export function moveTo(
  outline: readonly AuthoredField[],
  paths: readonly string[],
  spot: Spot,
): Command | null {
  const chosen = outermost(outline, paths);
  if (chosen.some(({ path }) => spot.to === path || spot.to.startsWith(`${path}.`))) return null;
  if (chosen.some(({ kind }) => (kind === 'page') !== (spot.to === ''))) return null;
  const moving = new Set(chosen.filter(({ path }) => parentOf(path) === spot.to).map(({ name }) => name));
  const names = (spot.to === '' ? outline : (fieldAt(outline, spot.to)?.fields ?? [])).map(
    ({ name }) => name,
  );
  const start = spot.before === null ? names.length : names.indexOf(spot.before);
  const before = names.slice(start).find((name) => !moving.has(name));
  const operations = chosen.map(({ path }): Operation => ({
    kind: 'move-field',
    path,
    to: spot.to,
    ...(before !== undefined && { before }),
  }));
  return { operations, selected: chosen.map(({ name }) => pathIn(outline, spot.to, name)) };
}

/** Where something new belongs that is added at the selection. */
export function spotAfter(outline: readonly AuthoredField[], path: string | null): Spot | null {
  const field = path === null ? null : fieldAt(outline, path);
  if (!field) {
    const last = outline.at(-1);
    return last ? { to: last.path, before: null } : null;
  }
  if (field.kind === 'page' || field.kind === 'group' || field.kind === 'rows')
    return { to: field.path, before: null };
  const names = siblingsOf(outline, field.path).map(({ name }) => name);
  return { to: parentOf(field.path), before: names[names.indexOf(field.name) + 1] ?? null };
}

export function addFields(
  outline: readonly AuthoredField[],
  spot: Spot,
  fields: readonly NewField[],
): Command {
  const taken = new Set((fieldAt(outline, spot.to)?.fields ?? []).map(({ name }) => name));
  const selected = fields.map(({ name }) => {
    const own = freeName(name, taken);
    taken.add(own);
    return pathIn(outline, spot.to, own);
  });
  const operation: Operation = {
    kind: 'add-fields',
    to: spot.to,
    fields: fields.map((field, index) => ({
      ...field,
      name: selected[index]?.slice((selected[index]?.lastIndexOf('.') ?? -1) + 1) ?? field.name,
      ...(field.ui && { ui: withFreeFills(field.ui, fields, selected) }),
    })),
    ...(spot.before !== null && { before: spot.before }),
  };
  return { operations: [operation], selected };
}

/** A block that is put in twice fills its own fields in, and not those of the first. */
function withFreeFills(
  ui: NonNullable<NewField['ui']>,
  fields: readonly NewField[],
  selected: readonly string[],
): NonNullable<NewField['ui']> {
  const named = new Map(
    fields.map(({ name }, index) => [
      name,
      selected[index]?.slice((selected[index]?.lastIndexOf('.') ?? -1) + 1) ?? name,
    ]),
  );
  // Both say beside what a question stands: `{ code: bank_code }` and `{ bank: bank_code }`.
  const besides = (value: unknown): unknown =>
    Object.fromEntries(
      Object.entries(value ?? {}).map(([key, name]) => [key, named.get(String(name)) ?? (name as unknown)]),
    );
  return Object.fromEntries(
    Object.entries(ui).map(([key, value]) => [
      key,
      key === 'ui:fills' || key === 'ui:options' ? besides(value) : value,
    ]),
  ) as NonNullable<NewField['ui']>;
}

/** `name`, or `name_2` where that is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/_\d+$/, '');
  for (let number = 2; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

export function duplicate(outline: readonly AuthoredField[], paths: readonly string[]): Command {
  const taken = new Map<string, Set<string>>();
  const made = outermost(outline, paths).map(({ path, name }) => {
    const parent = parentOf(path);
    const names = taken.get(parent) ?? new Set(siblingsOf(outline, path).map((field) => field.name));
    taken.set(parent, names);
    const own = freeName(name, names);
    names.add(own);
    return { path, own, to: pathIn(outline, parent, own) };
  });
  return {
    operations: made.map(({ path, own }): Operation => ({ kind: 'duplicate-field', path, name: own })),
    selected: made.map(({ to }) => to),
  };
}

/** What is beside it is chosen next, so that the keyboard stays where it was. */
export function remove(outline: readonly AuthoredField[], paths: readonly string[]): Command {
  const gone = outermost(outline, paths);
  const isGone = new Set(gone.map(({ path }) => path));
  const [first] = gone;
  const siblings = first ? siblingsOf(outline, first.path) : [];
  const at = siblings.findIndex(({ path }) => path === first?.path);
  const next =
    siblings.slice(at).find(({ path }) => !isGone.has(path)) ??
    siblings.slice(0, Math.max(0, at)).findLast(({ path }) => !isGone.has(path));
  const parent = first ? parentOf(first.path) : '';
  return {
    operations: gone.map(({ path }): Operation => ({ kind: 'remove-field', path })),
    selected: next ? [next.path] : parent === '' ? [] : [parent],
  };
}

export function addPage(outline: readonly AuthoredField[], after: string | null, page: NewField): Command {
  const name = freeName(page.name, new Set(outline.map((each) => each.name)));
  const at = outline.findIndex((each) => each.name === after?.split('.')[0]);
  const before = at === -1 ? undefined : outline[at + 1]?.name;
  const operation: Operation = {
    kind: 'add-page',
    name,
    schema: page.schema,
    ...(before !== undefined && { before }),
  };
  return { operations: [operation, ...uiOperations(name, page)], selected: [name] };
}

/** What form.ui.json says of the questions of a page that comes whole. */
function uiOperations(page: string, { ui = {} }: NewField): readonly Operation[] {
  const walk = (path: string, node: Readonly<Record<string, unknown>>): readonly Operation[] =>
    Object.entries(node).flatMap(([key, value]): readonly Operation[] => {
      if (key.startsWith('ui:'))
        return [
          {
            kind: 'set-ui',
            path,
            keyword: key,
            value: value as Extract<Operation, { kind: 'set-ui' }>['value'],
          },
        ];
      if (typeof value !== 'object' || value === null) return [];
      const inner = value as Readonly<Record<string, unknown>>;
      return key === 'items' ? walk(`${path}[]`, inner) : walk(`${path}.${key}`, inner);
    });
  return walk(page, ui);
}

/** Pages come behind the page of the selection, questions at the selection. Ids of checks are one for the whole form. */
export function paste(outline: readonly AuthoredField[], at: string | null, clip: Clip): Command | null {
  const ids = new Set(allFields(outline).flatMap(({ schema }) => checkIds(schema['x-check'])));
  const fresh = (field: NewField): NewField => ({ ...field, schema: withFreeIds(field.schema, ids) });
  const pages = clip.pages.map((page) => addPage(outline, at, fresh(page)));
  const spot = spotAfter(outline, at);
  const fields = spot && clip.fields.length > 0 ? [addFields(outline, spot, clip.fields.map(fresh))] : [];
  const commands = [...pages, ...fields];
  if (commands.length === 0) return null;
  return {
    operations: commands.flatMap(({ operations }) => operations),
    selected: commands.flatMap(({ selected }) => selected),
  };
}

function checkIds(checks: unknown): readonly string[] {
  return Array.isArray(checks) ? checks.map((check: { readonly id?: unknown }) => String(check.id)) : [];
}

function withFreeIds(schema: NewField['schema'], ids: Set<string>): NewField['schema'] {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key !== 'x-check' || !Array.isArray(value)) return value;
    return value.map((check: Readonly<Record<string, unknown>>) => {
      const stem = String(check['id']);
      let id = stem;
      for (let number = 2; ids.has(id); number++) id = `${stem}-${number}`;
      ids.add(id);
      return { ...check, id };
    });
  });
  return JSON.parse(text) as NewField['schema'];
}
