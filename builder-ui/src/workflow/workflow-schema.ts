import type { JsonValue } from '#engine';
import type { Language } from '../../../renderer-ui/src/texts/index.js';
import schema from '../../../procedures/schemas/workflow.schema.json' with { type: 'json' };
import type { Selection } from './selection.js';

/** As far as workflow.schema.json uses JSON Schema. Descriptions are 日本語, line break, English. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly pattern?: string;
  readonly $ref?: string;
}

const ROOT = schema as unknown as SchemaNode & { readonly $defs: Readonly<Record<string, SchemaNode>> };

/** What a node refers to, with what it says itself. */
export function resolved(node: SchemaNode): SchemaNode {
  const name = /^#\/\$defs\/(.+)$/.exec(node.$ref ?? '')?.[1];
  if (name === undefined) return orNothing(node);
  const { $ref: _ref, ...own } = node;
  return { ...resolved(ROOT.$defs[name] ?? {}), ...own };
}

/** What may be something or null is that something, and can be left out. */
function orNothing(node: SchemaNode): SchemaNode {
  const [first, second, third] = node.anyOf ?? [];
  if (!first || second?.type !== 'null' || third) return node;
  const { anyOf: _either, ...own } = node;
  return { ...first, ...own };
}

export function schemaOf({ kind }: Selection): SchemaNode {
  return kind === 'review' ? ROOT : (ROOT.$defs[kind] ?? {});
}

export interface NodeWords {
  readonly label: string;
  /** What follows the name in the description; null when there is nothing more. */
  readonly support: string | null;
}

/** The description in the language that is read, cut behind what names the thing. */
export function wordsOf({ description = '' }: SchemaNode, key: string, language: Language): NodeWords {
  const [ja = '', en = ja] = description.split('\n');
  // Names that only the file uses (`opensAt`, `null`) say nothing on a screen.
  const words = (language === 'ja' ? ja : en).replaceAll(/（[\w. @-]+）|\s\([\w. @-]+\)/gu, '');
  const cut = language === 'ja' ? words.search(/[：。（]/u) : words.search(/[:.(]\s|\s\(/);
  if (words === '') return { label: key, support: null };
  if (cut <= 0) return { label: words, support: null };
  const rest = words.slice(cut).replace(/^[：。:.\s]+/u, '');
  return { label: words.slice(0, cut).trim(), support: rest === '' ? null : unwrapped(rest) };
}

function unwrapped(text: string): string {
  const whole = /^[（(]([^（）()]*)[）)]$/u.exec(text)?.[1];
  return whole ?? text.replace(/^（([^（）]*)）[。：]?/u, '$1。');
}

/** A value to begin with: what must be there, empty. */
export function emptyOf(node: SchemaNode): JsonValue {
  const { type, enum: choices, properties, required = [], anyOf, const: only } = resolved(node);
  if (only !== undefined) return only;
  if (choices) return choices[0] ?? '';
  if (anyOf) return true;
  if (type === 'array') return [];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return resolved(node).minimum ?? 0;
  if (type === 'object' || properties)
    return Object.fromEntries(required.map((key) => [key, emptyOf(properties?.[key] ?? {})]));
  return '';
}
