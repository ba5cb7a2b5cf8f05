import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

export const postal: FieldType = {
  name: 'postal',
  fits: (field, hints) => field.format === 'postal-jp' && Object.keys(hints.fills).length > 0,
  frame: 'label',
  Input: lateInput((pieces) => pieces.PostalInput),
};
