// The package's front door also leads to its test registry, and with it to a validator that needs eval.
import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js';
import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import {
  englishStringTranslator,
  type FieldProps,
  type FieldTemplateProps,
  type Registry,
  type SchemaUtilsType,
} from '@rjsf/utils';
import type { ReactNode } from 'react';
import { fieldPathOf, pointerOf } from '../pointer.js';
import { useFormSession, useStateAt } from '../session/form-session.js';
import { Group } from './Group.js';
import { Question } from './Question.js';
import { RowsField } from './RowsField.js';

/** A page's schema is flat and whole when rjsf gets it: nothing is to be looked up in it, and nothing to be filled in. */
const schemaUtils: Pick<SchemaUtilsType, 'retrieveSchema' | 'getDisplayLabel' | 'isSelect'> = {
  retrieveSchema: (schema) => schema,
  getDisplayLabel: () => true,
  isSelect: () => false,
};

/**
 * rjsf walks the page's schema and calls these pieces; what a piece shows and where an answer goes is the session's
 * business. So a keystroke never travels through rjsf, nor through any question but its own.
 *
 * Its fields are given their registry by us and not by its `Form`, which brings defaults, checks and some fifty fields
 * and templates of its own: more than all the rest of a form page.
 */
export function registryOf(page: string): Registry {
  return {
    fields: { SchemaField, ObjectField, rows: RowsField, question: QuestionField },
    templates: TEMPLATES,
    widgets: {},
    rootSchema: {},
    formContext: {},
    schemaUtils: schemaUtils as SchemaUtilsType,
    translateString: englishStringTranslator,
    globalFormOptions: { idPrefix: page, idSeparator: '.', useFallbackUiForUnsupportedType: false },
  };
}

const TEMPLATES = {
  ButtonTemplates: {},
  FieldTemplate: Asked,
  ObjectFieldTemplate: Group,
  // Titles, help and errors stand in the pieces themselves.
  DescriptionFieldTemplate: Nothing,
  FieldHelpTemplate: Nothing,
  FieldErrorTemplate: Nothing,
} as unknown as Registry['templates'];

/** Rows of one repeat may differ in what they ask; the schema they share cannot say so. */
function Asked({ id, children }: FieldTemplateProps): ReactNode {
  const pointer = id.includes('.') ? pointerOf(id) : null;
  const isAsked = useStateAt(
    pointer ?? '',
    ({ evaluation }) => pointer === null || evaluation.asked.has(pointer),
  );
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
