/** Deeper than any answer of the server; a structure that runs in circles ends here. */
const DEEPEST = 60;

/**
 * The later value, with every part of the earlier one that says the same in its place: whoever watches a part is not
 * troubled by an answer in which it did not change.
 */
export function sameParts<T>(before: unknown, after: T, depth = 0): T {
  if (Object.is(before, after) || depth > DEEPEST) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((item, index) => sameParts<unknown>(before[index], item, depth + 1));
    const isSame = items.length === before.length && items.every((item, index) => item === before[index]);
    return (isSame ? before : items) as T;
  }
  if (!isPlain(before) || !isPlain(after)) return after;
  const entries = Object.entries(after).map(
    ([key, value]) => [key, sameParts(before[key], value, depth + 1)] as const,
  );
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => Object.hasOwn(before, key) && value === before[key]);
  return (isSame ? before : Object.fromEntries(entries)) as T;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
