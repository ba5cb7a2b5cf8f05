import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

export const corporateNumber: FieldType = {
  name: 'corporate-number',
  fits: (field) => field.kind === 'text' && field.format === 'corporate-number',
  frame: 'label',
  Input: lateInput((pieces) => pieces.CorporateNumberInput),
};
