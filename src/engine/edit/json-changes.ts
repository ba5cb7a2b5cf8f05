import type { JsonValue } from '../procedure/parse-json.js';
import { isObject, pointer as stepTo } from '../workflow/object-reader.js';
import type { JsonEdit } from './edit-json.js';

/**
 * The smallest edits that turn one list or object into another, members and entries that stay the same left alone.
 * Null where nothing would stay, or the order of the members has changed: such a value is written anew.
 */
export function changesBetween(
  before: JsonValue,
  after: JsonValue,
  pointer: string,
): readonly JsonEdit[] | null {
  if (sameJson(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, pointer);
  if (isRecord(before) && isRecord(after)) return memberChanges(before, after, pointer);
  return null;
}

type Members = Readonly<Record<string, JsonValue>>;

function isRecord(value: JsonValue): value is Members {
  return isObject(value);
}

/** The order of members counts: it is the order of the screen. */
function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function memberChanges(before: Members, after: Members, pointer: string): readonly JsonEdit[] | null {
  const [old, now] = [Object.keys(before), Object.keys(after)];
  const kept = now.filter((key) => Object.hasOwn(before, key));
  const inOldOrder = old.filter((key) => Object.hasOwn(after, key));
  if (kept.length === 0 || !sameJson(kept, inOldOrder)) return null;
  const removed = old.filter((key) => !kept.includes(key));
  return [
    ...removed.map((key): JsonEdit => ({ kind: 'remove', pointer: stepTo(pointer, key) })),
    ...Object.entries(after).flatMap(([key, value], index): readonly JsonEdit[] => {
      const at = stepTo(pointer, key);
      if (kept.includes(key))
        return sameJson(before[key], value) ? [] : [{ kind: 'set', pointer: at, value }];
      const next = now.slice(index).find((candidate) => kept.includes(candidate));
      return [{ kind: 'insert', pointer: at, value, ...(next === undefined ? {} : { before: next }) }];
    }),
  ];
}

function listChanges(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  pointer: string,
): readonly JsonEdit[] | null {
  if (before.length === 0 || after.length === 0) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameJson(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && sameJson(before.at(-1 - end), after.at(-1 - end))) end++;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const at = (index: number) => stepTo(pointer, start + index);
  return [
    ...old
      .slice(now.length)
      .map((_, index): JsonEdit => ({ kind: 'remove', pointer: at(old.length - 1 - index) })),
    ...now.map((value, index): JsonEdit => ({
      kind: index < old.length ? 'set' : 'insert',
      pointer: at(index),
      value,
    })),
  ];
}
