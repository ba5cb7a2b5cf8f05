import type { Field } from '../engine.js';

/** How many rows a repeat may have: its `maxItems`, and no more than the choice of which it has one row each offers. */
export function mostRows(rows: Field, choice: Field | null): number {
  return Math.min(Number(rows.schema['maxItems'] ?? Infinity), choice?.options?.length ?? Infinity);
}

/** A new row after these: empty, but when one value of its choice is left, it is that one. */
export function nextRow(choice: Field | null, before: readonly unknown[]): Record<string, unknown> {
  if (!choice) return {};
  const taken = new Set(
    before.map((row) =>
      typeof row === 'object' && row !== null
        ? (row as Readonly<Record<string, unknown>>)[choice.name]
        : undefined,
    ),
  );
  const left = (choice.options ?? []).filter((option) => !taken.has(option.value));
  return left.length === 1 ? { [choice.name]: left[0]?.value } : {};
}
