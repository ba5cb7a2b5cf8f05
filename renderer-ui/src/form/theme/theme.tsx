// The package's front door also leads to its test registry, and with it to a validator that needs eval.
import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js';
import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import withTheme, { type ThemeProps } from '@rjsf/core/lib/withTheme.js';
import type { FieldProps, FieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { fieldPathOf, pointerOf } from '../pointer.js';
import { useFormSession, useFormState } from '../session/form-session.js';
import { Group } from './Group.js';
import { Question } from './Question.js';
import { RowsField } from './RowsField.js';

/**
 * rjsf walks the page's schema and calls these pieces; what a piece shows and where an answer goes is the session's
 * business. So a keystroke never travels through rjsf, nor through any question but its own.
 *
 * All that a page may need is named here: nothing is taken from rjsf's default registry (`bare-registry.ts`).
 */
const theme: ThemeProps = {
  fields: { SchemaField, ObjectField, rows: RowsField, question: QuestionField },
  templates: {
    FieldTemplate: Asked,
    ObjectFieldTemplate: Group,
    // Titles, help and errors stand in the pieces themselves.
    DescriptionFieldTemplate: Nothing,
    FieldHelpTemplate: Nothing,
    FieldErrorTemplate: Nothing,
  },
};

export const ThemedForm = withTheme(theme);

/** Rows of one repeat may differ in what they ask; the schema they share cannot say so. */
function Asked({ id, children }: FieldTemplateProps): ReactNode {
  const pointer = id.includes('.') ? pointerOf(id) : null;
  const isAsked = useFormState(({ evaluation }) => pointer === null || evaluation.asked.has(pointer));
  return isAsked ? <>{children}</> : null;
}

function QuestionField({ fieldPathId }: FieldProps): ReactNode {
  const { form } = useFormSession();
  const pointer = pointerOf(fieldPathId.$id);
  const field = form.fields.get(fieldPathOf(pointer));
  return field ? <Question field={field} pointer={pointer} /> : null;
}

function Nothing(): ReactNode {
  return null;
}
