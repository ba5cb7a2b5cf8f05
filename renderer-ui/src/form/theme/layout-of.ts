import type { UiSchema } from '@rjsf/utils';
import type { Field, Page } from '../engine.js';

const layouts = new WeakMap<Page, UiSchema>();

/** The author's order, and of our own fields the one that draws each question. */
export function layoutOf(page: Page): UiSchema {
  const known = layouts.get(page);
  if (known) return known;
  const layout = layoutFields(page.fields, page.ui);
  layouts.set(page, layout);
  return layout;
}

function layoutFields(fields: readonly Field[], authored: unknown): UiSchema {
  const hints = asObject(authored);
  const layout: UiSchema = {};
  const order = hints['ui:order'];
  if (Array.isArray(order)) layout['ui:order'] = order as string[];
  for (const field of fields) layout[field.name] = layoutField(field, asObject(hints[field.name]));
  return layout;
}

function layoutField(field: Field, hints: Readonly<Record<string, unknown>>): UiSchema {
  if (field.kind === 'group') return layoutFields(field.fields, hints);
  if (field.kind === 'rows') return { 'ui:field': 'rows', items: layoutFields(field.fields, hints['items']) };
  // A list of choices is one question; rjsf would draw a choice between forms beside it.
  return { 'ui:field': 'question', 'ui:fieldReplacesAnyOrOneOf': true };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
