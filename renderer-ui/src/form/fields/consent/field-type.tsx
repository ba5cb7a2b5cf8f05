import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

export const consent: FieldType = {
  name: 'consent',
  fits: (field) => field.consent,
  frame: 'own',
  Input: lateInput((pieces) => pieces.Consent),
};
