import type { DeskApplicationView } from '../../../api/types.js';
import type { Field } from '../../../form/index.js';
import { countCharacters, type ActionFault, type ActionForm } from '../../action/action-form.js';
import { readStaffFields, staffFieldFaults, type StaffField } from '../../action/staff-fields.js';

export type Overridable = DeskApplicationView['overridable'][number];

/** The value as one question to the official: of the kind of the answer, within the limits of the procedure. */
export function valueQuestion(field: Field, { minimum, maximum }: Overridable, title: string): StaffField[] {
  const options = field.options?.map(({ value, title: label }) => ({ const: value, title: label }));
  const schema = {
    ...field.schema,
    title,
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(options && { oneOf: options }),
  };
  return [...readStaffFields({ properties: { value: schema }, required: ['value'] })];
}

export function overrideFaults(
  questions: readonly StaffField[],
  { isShown }: Overridable,
  form: ActionForm,
  back: boolean,
): readonly ActionFault[] {
  const faults: ActionFault[] = back ? [] : [...staffFieldFaults(questions, form.fields)];
  if (!back && isShown && countCharacters(form.publicReason) === 0)
    faults.push({ at: 'publicReason', code: 'public-reason-missing', params: {} });
  if (countCharacters(form.reason) === 0) faults.push({ at: 'reason', code: 'reason-missing', params: {} });
  return faults;
}
