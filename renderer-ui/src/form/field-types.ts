import { type Field, fieldHints, type Form } from './engine.js';
import { application } from './fields/application/field-type.js';
import { attachment } from './fields/attachment/field-type.js';
import { bank, bankBranch } from './fields/bank/field-type.js';
import { checkbox } from './fields/checkbox/field-type.js';
import { choices } from './fields/choices/field-type.js';
import { radio, select, yesNo } from './fields/choice/field-type.js';
import { code } from './fields/code/field-type.js';
import { consent } from './fields/consent/field-type.js';
import { corporateNumber } from './fields/corporate-number/field-type.js';
import { date } from './fields/date/field-type.js';
import type { FieldType } from './fields/field-type.js';
import { hours } from './fields/hours/field-type.js';
import { money } from './fields/money/field-type.js';
import { name } from './fields/name/field-type.js';
import { number } from './fields/number/field-type.js';
import { postal } from './fields/postal/field-type.js';
import { search } from './fields/search/field-type.js';
import { text, textarea } from './fields/text/field-type.js';

/** Every way to ask a question; the first that fits draws it, so the special stand before the general. */
export const FIELD_TYPES: readonly FieldType[] = [
  attachment,
  application,
  consent,
  checkbox,
  yesNo,
  radio,
  search,
  select,
  choices,
  date,
  hours,
  money,
  number,
  bank,
  bankBranch,
  postal,
  corporateNumber,
  code,
  name,
  textarea,
  text,
];

/** The type that fits a field, computed or not: a computed amount is printed like any other amount. */
export function fieldTypeOf(form: Form, field: Field): FieldType {
  const hints = fieldHints(form, field);
  return FIELD_TYPES.find((type) => type.fits(field, hints)) ?? text;
}
