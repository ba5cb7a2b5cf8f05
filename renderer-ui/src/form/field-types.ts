import type { Field, Form } from './engine.js';
import { attachment } from './fields/attachment/field-type.js';
import { choices } from './fields/choices/field-type.js';
import { radio, select, yesNo } from './fields/choice/field-type.js';
import { code } from './fields/code/field-type.js';
import { consent } from './fields/consent/field-type.js';
import { date } from './fields/date/field-type.js';
import type { FieldHints, FieldType } from './fields/field-type.js';
import { hours } from './fields/hours/field-type.js';
import { money } from './fields/money/field-type.js';
import { number } from './fields/number/field-type.js';
import { text, textarea } from './fields/text/field-type.js';
import { hintsOf } from './hints-of.js';

/** Every way to ask a question; the first that fits draws it, so the special stand before the general. */
export const FIELD_TYPES: readonly FieldType[] = [
  attachment,
  consent,
  yesNo,
  radio,
  select,
  choices,
  date,
  hours,
  money,
  number,
  code,
  textarea,
  text,
];

/** The type that fits a field, computed or not: a computed amount is printed like any other amount. */
export function fieldTypeOf(form: Form, field: Field): FieldType {
  const hints: FieldHints = hintsOf(form, field);
  return FIELD_TYPES.find((type) => type.fits(field, hints)) ?? text;
}
