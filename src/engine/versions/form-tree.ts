import type { Field, FieldKind, Form, Page } from '../procedure/procedure.js';
import { pointer } from '../workflow/object-reader.js';
import { plain } from './plain.js';

/** A page or a field, as one kind of thing: what can be named, moved and lost. */
export interface FormNode {
  readonly kind: FieldKind | 'page';
  readonly name: string;
  /** `store`, `store.city`, `sales.rows[].amount`. */
  readonly path: string;
  readonly title: string;
  readonly parent: FormNode | null;
  /** The repeat it stands in; null outside of one. */
  readonly repeat: FormNode | null;
  readonly children: readonly FormNode[];
  readonly page: Page | null;
  readonly field: Field | null;
}

export interface FormTree {
  readonly pages: readonly FormNode[];
  /** Pages and fields by path, in the order of the screen. */
  readonly nodes: ReadonlyMap<string, FormNode>;
}

export function formTree(form: Form): FormTree {
  const nodes = new Map<string, FormNode>();
  const pages = form.pages.map((page) => {
    const children: FormNode[] = [];
    const { name, title } = page;
    const node = {
      kind: 'page' as const,
      name,
      path: name,
      title,
      parent: null,
      repeat: null,
      children,
      page,
      field: null,
    };
    nodes.set(name, node);
    children.push(...page.fields.map((field) => fieldNode(field, node, null, nodes)));
    return node;
  });
  return { pages, nodes };
}

function fieldNode(
  field: Field,
  parent: FormNode,
  repeat: FormNode | null,
  nodes: Map<string, FormNode>,
): FormNode {
  const children: FormNode[] = [];
  const { kind, name, path, title } = field;
  const node = { kind, name, path, title, parent, repeat, children, page: null, field };
  nodes.set(path, node);
  const inside = kind === 'rows' ? node : repeat;
  children.push(...field.fields.map((child) => fieldNode(child, node, inside, nodes)));
  return node;
}

/** Questions that a person answers, the node itself or all within it. */
export function inputsWithin(node: FormNode): readonly FormNode[] {
  if (node.children.length > 0 || node.kind === 'page') return node.children.flatMap(inputsWithin);
  return node.field?.compute === null ? [node] : [];
}

/** Where it is written, as a Problem names it: `form.schema.json#/properties/store/properties/city`. */
export function placeOf({ parent, name }: FormNode): string {
  if (!parent) return pointer('form.schema.json#/properties', name);
  const container = parent.kind === 'rows' ? `${placeOf(parent)}/items` : placeOf(parent);
  return pointer(`${container}/properties`, name);
}

/** The title by which people know it, with its container's where that alone would be ambiguous. */
export function labelOf({ title, path, parent }: FormNode, tree: FormTree): string {
  const alike = [...tree.nodes.values()].some((other) => other.title === title && other.path !== path);
  return alike && parent ? `${parent.title}：${title}` : title;
}

/** Two things are the same when these are equal: everything but what they are called. */
export function definitionOf(node: FormNode): string {
  const { page, field } = node;
  const own = page
    ? { title: page.title, askWhen: plain(page.askWhen) }
    : { ...(plain({ ...field, fields: [], schema: ownRules(field) }) as object), name: null, path: null };
  return JSON.stringify([node.kind, own, node.children.map((child) => [child.name, definitionOf(child)])]);
}

/** The keywords of a field's own; those of its children are theirs. */
export function ownRules(field: Field | null): Readonly<Record<string, unknown>> {
  const { properties: _, items: __, additionalProperties: ___, ...own } = field?.schema ?? {};
  return own;
}
