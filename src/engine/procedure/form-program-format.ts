import type { Field } from './procedure.js';

/** Of `FormProgram`. A change that an older browser would misread gets the next number. */
export const FORM_PROGRAM_FORMAT = 4;

/** What most questions do not say. A program leaves it out, and whoever links it fills it in again. */
export const UNSAID = {
  description: null,
  format: null,
  unit: null,
  required: false,
  consent: false,
  prefill: null,
  attachment: null,
  application: null,
  fromApplication: null,
  options: null,
  sensitive: false,
  purpose: null,
  retentionYears: null,
  examples: [],
} as const satisfies Partial<Field>;
