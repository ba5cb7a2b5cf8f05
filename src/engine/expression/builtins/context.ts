import { ANY, listOf, type FeelType } from '../types.js';
import { FeelContext, isList, MapContext, type FeelValue } from '../values.js';
import {
  any,
  builtIn,
  context,
  list,
  signature,
  sometimesNull,
  text,
  texts,
  type BuiltIn,
} from './signature.js';

const OPEN_CONTEXT: FeelType = { kind: 'any' };

function entriesOf(value: FeelContext): Map<string, FeelValue> {
  return new Map(value.keys().map((key) => [key, value.get(key) ?? null]));
}

function fromEntries(entries: readonly FeelValue[]): FeelValue {
  const result = new Map<string, FeelValue>();
  for (const entry of entries) {
    const key = entry instanceof FeelContext ? entry.get('key') : undefined;
    const value = entry instanceof FeelContext ? entry.get('value') : undefined;
    if (typeof key !== 'string' || value === undefined || result.has(key)) return null;
    result.set(key, value);
  }
  return new MapContext(result);
}

function put(target: FeelContext, keys: readonly (string | null)[], value: FeelValue): FeelValue {
  const [key, ...deeper] = keys;
  if (key === undefined || key === null) return null;
  const entries = entriesOf(target);
  if (deeper.length === 0) return new MapContext(entries.set(key, value));
  const inner = entries.get(key);
  if (!(inner instanceof FeelContext)) return null;
  const changed = put(inner, deeper, value);
  return changed === null ? null : new MapContext(entries.set(key, changed));
}

function merge(contexts: readonly FeelValue[]): FeelValue {
  const result = new Map<string, FeelValue>();
  for (const item of contexts) {
    if (!(item instanceof FeelContext)) return null;
    for (const [key, value] of entriesOf(item)) result.set(key, value);
  }
  return new MapContext(result);
}

function entryList(value: FeelContext): FeelValue {
  return [...entriesOf(value)].map(
    ([key, entry]) =>
      new MapContext(
        new Map<string, FeelValue>([
          ['key', key],
          ['value', entry],
        ]),
      ),
  );
}

export const CONTEXT_FUNCTIONS: readonly BuiltIn[] = [
  sometimesNull(
    builtIn(
      'get value',
      signature([context('m'), text('key')], ANY, (m, key) => m.get(key) ?? null),
      signature([context('context'), list('keys')], ANY, (start, keys) => {
        let value: FeelValue = start;
        for (const key of keys) {
          value = value instanceof FeelContext && typeof key === 'string' ? (value.get(key) ?? null) : null;
        }
        return isList(value) || value !== start ? value : null;
      }),
    ),
  ),
  builtIn('get entries', signature([context('m')], listOf(ANY), entryList)),
  sometimesNull(builtIn('context', signature([list('entries')], OPEN_CONTEXT, fromEntries))),
  sometimesNull(
    builtIn(
      'context put',
      signature([context('context'), text('key'), any('value')], OPEN_CONTEXT, (target, key, value) =>
        put(target, [key], value),
      ),
      signature([context('context'), texts('keys'), any('value')], OPEN_CONTEXT, put),
    ),
  ),
  sometimesNull(builtIn('context merge', signature([list('contexts')], OPEN_CONTEXT, merge))),
];
