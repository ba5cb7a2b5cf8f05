import { Decimal } from '../decimal.js';
import { MAX_TEXT_LENGTH } from '../limits.js';
import { EvaluationError } from '../problems.js';
import { BOOLEAN, listOf, NUMBER, STRING } from '../types.js';
import { toText } from '../text.js';
import type { FeelValue } from '../values.js';
import type { LinearPattern } from './finding.js';
import { part } from './parts.js';
import {
  builtIn,
  nullable,
  number,
  optional,
  signature,
  some,
  sometimesNull,
  text,
  texts,
  type BuiltIn,
  type CallSite,
} from './signature.js';

/** FEEL counts characters as Unicode code points: 𠮷 is one. */
function substring(value: string, start: Decimal, length: Decimal | undefined): FeelValue {
  const from = start.trunc().toNumber();
  const count = length === undefined ? undefined : length.trunc().toNumber();
  if (from === 0 || (count !== undefined && count < 1)) return null;
  const characters = [...value];
  const begin = from > 0 ? from - 1 : Math.max(0, characters.length + from);
  return characters.slice(begin, count === undefined ? undefined : begin + count).join('');
}

function before(value: string, match: string): string {
  const at = value.indexOf(match);
  return at < 0 ? '' : value.slice(0, at);
}

function after(value: string, match: string): string {
  const at = value.indexOf(match);
  return at < 0 ? '' : value.slice(at + match.length);
}

function pattern(source: string, flags: string, site: CallSite): LinearPattern {
  const compiled = part('patterns').compile(source, flags);
  if (compiled.ok) return compiled.pattern;
  throw new EvaluationError(
    'bad-pattern',
    { pattern: source.slice(0, 100), reason: compiled.reason },
    site.position,
  );
}

function join(
  list: readonly (string | null)[],
  delimiter: string | null | undefined,
  { position }: CallSite,
): string {
  const items = list.filter((item) => item !== null);
  const length = items.reduce((sum, item) => sum + item.length + (delimiter?.length ?? 0), 0);
  if (length > MAX_TEXT_LENGTH) throw new EvaluationError('limit', { limit: MAX_TEXT_LENGTH }, position);
  return items.join(delimiter ?? '');
}

function test(name: string, holds: (value: string, match: string) => boolean): BuiltIn {
  return builtIn(name, signature([text('string'), text('match')], BOOLEAN, holds));
}

export const STRING_FUNCTIONS: readonly BuiltIn[] = [
  builtIn(
    'string',
    signature([some('from')], STRING, (from) => toText(from)),
  ),
  builtIn(
    'string length',
    signature([text('string')], NUMBER, (value) => new Decimal([...value].length)),
  ),
  builtIn(
    'upper case',
    signature([text('string')], STRING, (value) => value.toUpperCase()),
  ),
  builtIn(
    'lower case',
    signature([text('string')], STRING, (value) => value.toLowerCase()),
  ),
  sometimesNull(
    builtIn(
      'substring',
      signature([text('string'), number('start position'), optional(number('length'))], STRING, substring),
    ),
    ([, start, ...length]) =>
      !(start instanceof Decimal) ||
      start.trunc().isZero() ||
      !length.every((count) => count instanceof Decimal && count.gte(1)),
  ),
  builtIn('substring before', signature([text('string'), text('match')], STRING, before)),
  builtIn('substring after', signature([text('string'), text('match')], STRING, after)),
  test('contains', (value, match) => value.includes(match)),
  test('starts with', (value, match) => value.startsWith(match)),
  test('ends with', (value, match) => value.endsWith(match)),
  builtIn(
    'trim',
    signature([text('string')], STRING, (value) => value.trim()),
  ),
  builtIn('string join', signature([texts('list'), optional(nullable(text('delimiter')))], STRING, join)),
  builtIn(
    'matches',
    signature(
      [text('input'), text('pattern'), optional(nullable(text('flags')))],
      BOOLEAN,
      (input, source, flags, site) => pattern(source, flags ?? '', site).matches(input),
    ),
  ),
  sometimesNull(
    builtIn(
      'replace',
      signature(
        [text('input'), text('pattern'), text('replacement'), optional(nullable(text('flags')))],
        STRING,
        (input, source, replacement, flags, site) =>
          pattern(source, flags ?? '', site).replace(input, replacement),
      ),
    ),
    ([, , replacement]) => typeof replacement !== 'string' || /[$\\]/.test(replacement),
  ),
  builtIn(
    'split',
    signature([text('string'), text('delimiter')], listOf(STRING), (value, delimiter, site) =>
      pattern(delimiter, '', site).split(value),
    ),
  ),
];
