import type { Field, Page } from '../engine.js';

/**
 * All that rjsf must know of the answers: how many rows each repeat has. As a text, so that it can be compared;
 * `{"base_rows":[{},{}]}`.
 */
export function rowsOf(page: Page, answers: unknown): string {
  return JSON.stringify(shapeOf(page.fields, answers));
}

function shapeOf(fields: readonly Field[], answers: unknown): Record<string, unknown> {
  const given =
    typeof answers === 'object' && answers !== null ? (answers as Readonly<Record<string, unknown>>) : {};
  const shape: Record<string, unknown> = {};
  for (const field of fields) {
    const value = given[field.name];
    if (field.kind === 'group') shape[field.name] = shapeOf(field.fields, value);
    if (field.kind === 'rows') shape[field.name] = Array.isArray(value) ? value.map(() => ({})) : [];
  }
  return shape;
}
