import { KINDS } from '../procedure/kinds/index.js';
import { parseJsonTree, type JsonNode, type JsonValue } from '../procedure/parse-json.js';
import type { FieldKind, ProcedureFiles } from '../procedure/procedure.js';
import { COMMON, CONTAINERS, NOT_ON_CONTAINERS } from '../procedure/read-field.js';
import { PAGE_KEYWORDS } from '../procedure/read-form.js';
import { isObject, ObjectReader, pointer as stepTo } from '../workflow/object-reader.js';
import { placeAt } from './json-place.js';
import { FORM, UI } from './operations/form-place.js';
import { type Outline, outlineOf } from './schema-outline.js';

export type AuthoredKind = FieldKind | 'page';

type Members = Readonly<Record<string, JsonValue>>;

/** A page, group, repeat or question as its author wrote it, in the order of the screen. */
export interface AuthoredField {
  readonly name: string;
  /** As in `Field.path`; of a page its name. */
  readonly path: string;
  /** Pointer into form.schema.json; the same for every use of a shared definition. */
  readonly definition: string;
  /** Null where nobody can say what it is: its `type` is missing or unknown. */
  readonly kind: AuthoredKind | null;
  /** Keywords that such a question may have, `title` first; those that hold other questions are left out. */
  readonly keywords: readonly string[];
  /** All it says, with what it refers to. */
  readonly schema: Members;
  /** Its part of form.ui.json. */
  readonly ui: Members;
  readonly required: boolean;
  readonly fields: readonly AuthoredField[];
}

/** The form as it is being written, also with problems; null while form.schema.json is no JSON. */
export function outlineForm(files: ProcedureFiles): readonly AuthoredField[] | null {
  const { root } = parseJsonTree(FORM, files[FORM] ?? '');
  if (!root) return null;
  const ui = parseJsonTree(UI, files[UI] ?? '{}').root;
  return authored(outlineOf(root), root, ui, '', root.value);
}

function authored(
  outlines: readonly Outline[],
  root: JsonNode,
  ui: JsonNode | null,
  uiParent: string,
  container: unknown,
): readonly AuthoredField[] {
  const required = isObject(container) && Array.isArray(container['required']) ? container['required'] : [];
  const fields = outlines.map((outline): AuthoredField => {
    const { name, path, definition, row, schema } = outline;
    const values = schema.values;
    const kind = uiParent === '' ? ('page' as const) : kindOf(values);
    const own = stepTo(uiParent, name);
    const inside = row ? `${own}/items` : own;
    const said = ui && placeAt(ui, own)?.node.value;
    return {
      name,
      path,
      definition,
      kind,
      keywords: keywordsOf(kind),
      schema: values,
      ui: isObject(said) ? (said as Members) : {},
      required: required.includes(name),
      fields: authored(outline.fields, root, ui, inside, row ? row.values : values),
    };
  });
  return inOrder(fields, (ui && placeAt(ui, `${uiParent}/ui:order`)?.node.value) ?? null);
}

function kindOf(values: Members): FieldKind | null {
  const source = new ObjectReader(values, '', [], Object.keys(values));
  const type = values['type'];
  const rules = KINDS.find((kind) => kind.types.includes(String(type)) && kind.matches(source));
  return rules?.kind ?? null;
}

/** What holds questions is not written as a keyword: questions are added, moved and removed. */
const STRUCTURE = new Set(['type', 'properties', 'required', 'items']);

function keywordsOf(kind: AuthoredKind | null): readonly string[] {
  const own = KINDS.find((rules) => rules.kind === kind)?.keywords ?? [];
  const all = kind === 'page' ? PAGE_KEYWORDS : [...COMMON, ...own];
  const isContainer = kind !== null && CONTAINERS.has(kind);
  return [...new Set(all)].filter(
    (keyword) =>
      !STRUCTURE.has(keyword) &&
      !(isContainer && NOT_ON_CONTAINERS.includes(keyword)) &&
      !(keyword === 'x-application' && kind !== 'text'),
  );
}

function inOrder(fields: readonly AuthoredField[], order: unknown): readonly AuthoredField[] {
  if (!Array.isArray(order)) return fields;
  const named = (name: unknown): readonly AuthoredField[] => fields.filter((field) => field.name === name);
  const rest = fields.filter(({ name }) => !order.includes(name));
  const placed = order.flatMap((name: unknown) => (name === '*' ? rest : named(name)));
  return order.includes('*') ? placed : [...placed, ...rest];
}
