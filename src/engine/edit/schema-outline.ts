import type { JsonMember, JsonNode, JsonValue } from '../procedure/parse-json.js';
import { pointer as stepTo } from '../workflow/object-reader.js';
import { placeAt } from './json-place.js';

/** A page, group, repeat or question as form.schema.json writes it, references followed. */
export interface Outline {
  readonly name: string;
  /** As in `Field.path`; of a page its name. */
  readonly path: string;
  /** Pointer of the member that defines it: the same for every use of a shared definition. */
  readonly definition: string;
  readonly member: JsonMember;
  readonly schema: SchemaView;
  /** `items` of a repeat. */
  readonly row: SchemaView | null;
  /** The repeat it stands in; null outside of one. */
  readonly repeat: Outline | null;
  readonly fields: readonly Outline[];
}

/** A schema with the definition it refers to; what stands beside a `$ref` wins. */
export class SchemaView {
  private constructor(
    private readonly root: JsonNode,
    private readonly layers: readonly { readonly node: JsonNode; readonly pointer: string }[],
  ) {}

  static at(root: JsonNode, node: JsonNode, pointer: string): SchemaView {
    const layers = [{ node, pointer }];
    for (;;) {
      const ref = layers.at(-1)?.node.members?.find(({ key }) => key === '$ref')?.node.value;
      const target = typeof ref === 'string' && ref.startsWith('#/$defs/') ? ref.slice(1) : null;
      if (target === null || layers.some((layer) => layer.pointer === target)) break;
      const place = placeAt(root, target);
      if (!place) break;
      layers.push({ node: place.node, pointer: target });
    }
    return new SchemaView(root, layers);
  }

  /** A keyword's member and its pointer in the file. */
  get(key: string): { readonly member: JsonMember; readonly pointer: string } | null {
    for (const { node, pointer } of this.layers) {
      const member = node.members?.find((candidate) => candidate.key === key);
      if (member) return { member, pointer: stepTo(pointer, key) };
    }
    return null;
  }

  /** Every keyword with its value. */
  get values(): Readonly<Record<string, JsonValue>> {
    const all = [...this.layers].reverse().flatMap(({ node }) => node.members ?? []);
    return Object.fromEntries(
      all.filter(({ key }) => key !== '$ref').map(({ key, node }) => [key, node.value]),
    );
  }

  view(key: string): SchemaView | null {
    const found = this.get(key);
    return found && SchemaView.at(this.root, found.member.node, found.pointer);
  }
}

/** The pages of a form, with everything on them. */
export function outlineOf(root: JsonNode): readonly Outline[] {
  return fieldsOf(root, SchemaView.at(root, root, ''), '', null);
}

function fieldsOf(
  root: JsonNode,
  container: SchemaView,
  parent: string,
  repeat: Outline | null,
): readonly Outline[] {
  const properties = container.get('properties');
  return (properties?.member.node.members ?? []).map((member): Outline => {
    const definition = stepTo(properties?.pointer ?? '', member.key);
    const schema = SchemaView.at(root, member.node, definition);
    const path = parent === '' ? member.key : `${parent}.${member.key}`;
    const items = schema.get('x-attachment') ? null : schema.view('items');
    const row = items?.get('properties') ? items : null;
    const outline = { name: member.key, path, definition, member, schema, row, repeat, fields: [] };
    if (row) {
      const self: Outline & { fields: readonly Outline[] } = { ...outline };
      self.fields = fieldsOf(root, row, `${path}[]`, self);
      return self;
    }
    return { ...outline, fields: fieldsOf(root, schema, path, repeat) };
  });
}
