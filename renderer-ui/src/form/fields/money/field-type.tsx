import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

export const money: FieldType = {
  name: 'money',
  fits: (field, hints) => (field.kind === 'integer' || field.kind === 'number') && hints.widget === 'money',
  frame: 'label',
  Input: lateInput((pieces) => pieces.MoneyInput),
};
