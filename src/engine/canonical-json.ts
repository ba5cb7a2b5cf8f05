/**
 * The one JSON text of a value: RFC 8785 (JCS). Members by their UTF-16 code units, numbers and strings as ECMAScript
 * writes them, no space. Text keeps every character; nothing is normalized.
 *
 * @param value plain JSON: null, booleans, finite numbers, text without lone surrogates, arrays, objects
 * @throws TypeError for anything else; what cannot be signed must not vanish silently
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && !/\p{Surrogate}/u.test(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${canonicalJson(name)}:${canonicalJson(value[name])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`No canonical form: ${typeof value}`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.prototype.toString.call(value) === '[object Object]' && !('toJSON' in value);
}
