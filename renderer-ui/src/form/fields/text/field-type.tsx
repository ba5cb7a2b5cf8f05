import type { FieldType } from '../field-type.js';
import { ManyLines, OneLine } from './TextInputs.js';

export const textarea: FieldType = {
  name: 'textarea',
  fits: (field, hints) => field.kind === 'text' && hints.widget === 'textarea',
  frame: 'label',
  Input: ManyLines,
};

/** The last in the list: whatever has no better way is a line of text. */
export const text: FieldType = { name: 'text', fits: () => true, frame: 'label', Input: OneLine };
