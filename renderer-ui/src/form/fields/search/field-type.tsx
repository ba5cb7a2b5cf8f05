import type { FieldType } from '../field-type.js';
import { lateInput, lateSupport } from '../late.js';

export const search: FieldType = {
  name: 'search',
  fits: (field, hints) => field.kind === 'choice' && hints.widget === 'search',
  frame: 'label',
  Input: lateInput((pieces) => pieces.SearchInput),
  Support: lateSupport((pieces) => pieces.SearchSupport),
};
