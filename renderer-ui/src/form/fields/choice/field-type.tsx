import type { FieldType } from '../field-type.js';
import { ChoiceRadios, ChoiceSelect, YesNo } from './ChoiceInputs.js';

/** More than this and a list is quicker than reading every line. */
const MOST_RADIOS = 5;

export const radio: FieldType = {
  name: 'radio',
  fits: (field, hints) =>
    field.kind === 'choice' &&
    (hints.widget === 'radio' || (hints.widget !== 'select' && (field.options?.length ?? 0) <= MOST_RADIOS)),
  frame: 'group',
  Input: ChoiceRadios,
};

export const select: FieldType = {
  name: 'select',
  fits: (field) => field.kind === 'choice',
  frame: 'label',
  Input: ChoiceSelect,
};

export const yesNo: FieldType = {
  name: 'yes-no',
  fits: (field) => field.kind === 'boolean',
  frame: 'group',
  Input: YesNo,
};
