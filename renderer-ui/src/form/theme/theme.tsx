// The package's front door also leads to its test registry, and with it to a validator that needs eval.
import withTheme, { type ThemeProps } from '@rjsf/core/lib/withTheme.js';
import type { FieldTemplateProps, UiSchema, WidgetProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { Field, Page } from '../engine.js';
import { fieldPathOf, pointerOf } from '../pointer.js';
import { useFormSession } from '../session/form-session.js';
import { Group } from './Group.js';
import { Question } from './Question.js';
import { Row, Rows } from './Rows.js';

/**
 * rjsf walks the page's schema and calls these pieces; what a piece shows and where an answer goes is the session's
 * business. So a keystroke never travels through rjsf, and a page costs the same whatever stands on it.
 */
const theme: ThemeProps = {
  templates: {
    FieldTemplate: Asked,
    ObjectFieldTemplate: Group,
    ArrayFieldTemplate: Rows,
    ArrayFieldItemTemplate: Row,
  },
  widgets: { question: QuestionWidget },
};

export const ThemedForm = withTheme(theme);

/** Rows of one repeat may differ in what they ask; the schema they share cannot say so. */
function Asked({ id, children }: FieldTemplateProps): ReactNode {
  const { evaluation } = useFormSession();
  const isPage = !id.includes('.');
  return isPage || evaluation.asked.has(pointerOf(id)) ? <>{children}</> : null;
}

function QuestionWidget({ id }: WidgetProps): ReactNode {
  const { form } = useFormSession();
  const pointer = pointerOf(id);
  const field = form.fields.get(fieldPathOf(pointer));
  return field ? <Question field={field} pointer={pointer} /> : null;
}

const layouts = new WeakMap<Page, UiSchema>();

/** The author's order, and our one widget for every leaf. */
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
  if (field.kind === 'rows') return { items: layoutFields(field.fields, hints['items']) };
  return { 'ui:widget': 'question' };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
