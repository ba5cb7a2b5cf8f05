/** A map that stays as it was made: `Object.freeze` alone leaves a Map's entries open. */
export class FrozenMap<K, V> extends Map<K, V> {
  private closed = false;

  constructor(entries: Iterable<readonly [K, V]>) {
    super(entries);
    this.closed = true;
    Object.freeze(this);
  }

  override set(key: K, value: V): this {
    if (this.closed) throw new TypeError('A compiled procedure does not change.');
    return super.set(key, value);
  }

  override delete(_key: K): boolean {
    throw new TypeError('A compiled procedure does not change.');
  }

  override clear(): void {
    throw new TypeError('A compiled procedure does not change.');
  }
}

/**
 * Freezes plain data all the way down and gives it back. Expressions are closed objects of their own and are only
 * frozen at their surface.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) {
    for (const item of value.values()) deepFreeze(item);
    return Object.freeze(value);
  }
  if (Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return value;
  if ('evaluate' in value) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
  return value;
}
