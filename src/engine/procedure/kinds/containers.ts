import { ROW_ID, ROW_ID_PATTERN } from '../../answers/row-ids.js';
import type { FeelType } from '../../expression/index.js';
import type { JsonSchema } from '../procedure.js';
import { bound, checkOrder, type KindRules, type ReadChild, schemaOf } from './kind-rules.js';

/** A repeat grows the work of every check; more rows than this belong into an uploaded list. */
export const MOST_ROWS = 500;

export function closedObject(children: readonly ReadChild[]): JsonSchema {
  const properties = Object.fromEntries(children.map((child) => [child.name, child.schema]));
  return { type: 'object', properties, additionalProperties: false };
}

/** A row is an object that also has its name. */
function closedRow(children: readonly ReadChild[]): JsonSchema {
  return closedObject([
    { name: ROW_ID, schema: { type: 'string', pattern: ROW_ID_PATTERN }, type: { kind: 'string' } },
    ...children,
  ]);
}

export function contextOf(children: readonly ReadChild[]): FeelType {
  return { kind: 'context', fields: Object.fromEntries(children.map((child) => [child.name, child.type])) };
}

/** Questions that belong together under one heading. */
export const group: KindRules = {
  kind: 'group',
  types: ['object'],
  matches: () => true,
  keywords: ['properties', 'required'],
  read: (_source, _tables, children) => ({ schema: closedObject(children), options: null, attachment: null }),
  type: (_reading, children) => contextOf(children),
};

/** The same questions again and again: one row each time. */
export const rows: KindRules = {
  kind: 'rows',
  types: ['array'],
  matches: (source) => source.has('items'),
  keywords: ['items', 'minItems', 'maxItems'],
  read: (source, _tables, children) => {
    if (!source.has('maxItems')) source.report(source.path, 'missing-key', { key: 'maxItems' });
    checkOrder(source, 'minItems', 'maxItems');
    const schema = schemaOf({
      type: 'array',
      items: closedRow(children),
      minItems: bound(source, 'minItems', 0, MOST_ROWS),
      maxItems: bound(source, 'maxItems', 1, MOST_ROWS) ?? MOST_ROWS,
    });
    return { schema, options: null, attachment: null };
  },
  type: (_reading, children) => ({ kind: 'list', of: contextOf(children) }),
};
