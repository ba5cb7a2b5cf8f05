import type { ObjectReader } from '../../workflow/object-reader.js';
import { checkOrder, type KindReading, type KindRules, schemaOf } from './kind-rules.js';

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

function read(type: 'integer' | 'number'): KindRules['read'] {
  return (source) => {
    checkOrder(source, 'minimum', 'maximum');
    const given = Object.fromEntries(BOUNDS.map((key) => [key, readBound(source, key)]));
    const schema = schemaOf({
      type,
      ...given,
      // Beyond 2^53 a JSON number no longer is the number that was typed.
      minimum:
        given['minimum'] ?? (given['exclusiveMinimum'] === undefined ? Number.MIN_SAFE_INTEGER : undefined),
      maximum:
        given['maximum'] ?? (given['exclusiveMaximum'] === undefined ? Number.MAX_SAFE_INTEGER : undefined),
      multipleOf: source.wholeNumber('multipleOf', 1, 1_000_000_000) ?? undefined,
    });
    return { schema, options: null, attachment: null };
  };
}

function readBound(source: ObjectReader, key: string): number | undefined {
  const { value, path } = source.at(key);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  source.report(path, 'wrong-shape', { expected: 'number' });
  return undefined;
}

const shared = {
  matches: () => true,
  keywords: [...BOUNDS, 'multipleOf', 'x-unit'],
  type: () => ({ kind: 'number' }),
} as const satisfies Partial<KindRules>;

export const integer: KindRules = {
  ...shared,
  kind: 'integer',
  types: ['integer'],
  read: read('integer'),
};

export const number: KindRules = {
  ...shared,
  kind: 'number',
  types: ['number'],
  read: read('number'),
};

/** `const: true` makes it a consent: the engine says `consent-required`, so Ajv need not. */
export const boolean: KindRules = {
  kind: 'boolean',
  types: ['boolean'],
  matches: () => true,
  keywords: ['const'],
  read(source): KindReading {
    const consent = source.at('const');
    if (consent.value !== undefined && consent.value !== true) {
      source.report(consent.path, 'wrong-shape', { expected: 'true' });
    }
    return { schema: { type: 'boolean' }, options: null, attachment: null };
  },
  type: () => ({ kind: 'boolean' }),
};
