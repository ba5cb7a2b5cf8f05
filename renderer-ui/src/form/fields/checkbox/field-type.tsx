import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

/** A yes that may be left out. Unticked is not answered: a "no" that must be said is a yes-no question. */
export const checkbox: FieldType = {
  name: 'checkbox',
  fits: (field, hints) => field.kind === 'boolean' && hints.widget === 'checkbox',
  frame: 'own',
  Input: lateInput((pieces) => pieces.Consent),
};
