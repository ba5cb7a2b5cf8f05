export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name which the object itself has; undefined for anything inherited, and for what is no object. */
export function ownValue(container: unknown, name: string): unknown {
  return isMembers(container) && Object.hasOwn(container, name) ? container[name] : undefined;
}
