/**
 * One place in the answers has three spellings: the JSON Pointer of the engine (`/sales/rows/0/amount`), the DOM id of
 * its control (`sales.rows.0.amount`) and the path of its field in the form (`sales.rows[].amount`). Names of fields
 * are letters, digits and `_`, so the three turn into each other without escaping.
 */
export type Pointer = string;

export function idOf(pointer: Pointer): string {
  return pointer.slice(1).replaceAll('/', '.');
}

export function pointerOf(id: string): Pointer {
  return `/${id.replaceAll('.', '/')}`;
}

export function fieldPathOf(pointer: Pointer): string {
  return idOf(pointer).replace(/\.\d+(?=\.|$)/g, '[]');
}

export function pageOf(pointer: Pointer): string {
  const end = pointer.indexOf('/', 1);
  return pointer.slice(1, end < 0 ? undefined : end);
}

export function isInside(pointer: Pointer, container: Pointer): boolean {
  return pointer.startsWith(container) && (pointer[container.length] ?? '/') === '/';
}

/** The value at a pointer; undefined where nothing is. Own properties only. */
export function valueAt(root: unknown, pointer: Pointer): unknown {
  return readerOf(pointer)(root);
}

/** The same for a pointer that is read again and again: it is taken apart once. */
export function readerOf(pointer: Pointer): (root: unknown) => unknown {
  const steps = pointer.split('/').slice(1);
  return (root) => {
    let value = root;
    for (const step of steps) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[step];
    }
    return value;
  };
}

/** A copy with another value at the pointer; undefined removes it. Untouched branches stay the same objects. */
export function withValueAt<T>(root: T, pointer: Pointer, value: unknown): T {
  return replace(root, pointer.split('/').slice(1), value) as T;
}

function replace(branch: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  // Names never begin with a digit, so a digit is the number of a row.
  if (/^\d/.test(step)) {
    const index = Number(step);
    const items: unknown[] = Array.isArray(branch) ? branch.slice() : [];
    const next = replace(items[index], rest, value);
    if (next === undefined && rest.length === 0) items.splice(index, 1);
    else items[index] = next;
    return items;
  }
  const next = replace(asObject(branch)[step], rest, value);
  if (next !== undefined) return { ...asObject(branch), [step]: next };
  const { [step]: _gone, ...others } = asObject(branch);
  return others;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
