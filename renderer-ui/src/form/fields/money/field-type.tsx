import type { FieldType } from '../field-type.js';
import { MoneyInput } from './MoneyInput.js';

export const money: FieldType = {
  name: 'money',
  fits: (field, hints) => (field.kind === 'integer' || field.kind === 'number') && hints.widget === 'money',
  frame: 'label',
  Input: MoneyInput,
};
