import type { FieldType } from '../field-type.js';
import { NumberInput } from './NumberInput.js';

export const number: FieldType = {
  name: 'number',
  fits: (field) => field.kind === 'number' || field.kind === 'integer',
  frame: 'label',
  Input: NumberInput,
};
