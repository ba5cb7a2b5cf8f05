import type { FieldType } from '../field-type.js';
import { Consent } from './Consent.js';

export const consent: FieldType = {
  name: 'consent',
  fits: (field) => field.consent,
  frame: 'own',
  Input: Consent,
};
