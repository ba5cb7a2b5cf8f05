import { FORMATS } from '../../japanese/formats.js';
import type { ObjectReader } from '../../workflow/object-reader.js';
import { patternFault } from '../pattern/pattern-fault.js';
import { bound, checkOrder, type KindReading, type KindRules, schemaOf } from './kind-rules.js';

/** A text without `maxLength` holds this many characters. */
const DEFAULT_MAX_LENGTH = 1000;
const LONGEST_TEXT = 10_000;

function read(source: ObjectReader): KindReading {
  const format = source.oneOf('format', Object.keys(FORMATS)) ?? undefined;
  const natural = format === undefined ? undefined : FORMATS[format]?.maxLength;
  checkOrder(source, 'minLength', 'maxLength');
  const maxLength = bound(source, 'maxLength', 1, LONGEST_TEXT) ?? natural ?? DEFAULT_MAX_LENGTH;
  const schema = schemaOf({
    type: 'string',
    format,
    pattern: readPattern(source, maxLength),
    minLength: bound(source, 'minLength', 0, LONGEST_TEXT),
    maxLength,
    const: source.optionalText('const') ?? undefined,
  });
  return { schema, options: null, attachment: null };
}

function readPattern(source: ObjectReader, maxLength: number): string | undefined {
  const pattern = source.optionalText('pattern');
  if (pattern === null) return undefined;
  const fault = patternFault(pattern, maxLength);
  if (fault) source.report(source.at('pattern').path, fault.code, fault.params);
  return fault ? undefined : pattern;
}

export const text: KindRules = {
  kind: 'text',
  types: ['string'],
  matches: () => true,
  keywords: ['minLength', 'maxLength', 'pattern', 'format', 'const'],
  read,
  type: () => ({ kind: 'string' }),
};

export const date: KindRules = {
  kind: 'date',
  types: ['string'],
  matches: (source) => source.at('format').value === 'date',
  keywords: ['format'],
  read,
  type: () => ({ kind: 'date' }),
};
