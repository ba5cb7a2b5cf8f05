import type { FieldType } from '../field-type.js';
import { CodeInput } from './CodeInput.js';

/** Corporate numbers have a type of their own, and so have postal codes that fill in an address. */
const FORMATS = new Set([
  'postal-jp',
  'tel-jp',
  'bank-code',
  'branch-code',
  'account-number',
  'zengin-name',
  'kana',
]);

export const code: FieldType = {
  name: 'code',
  fits: (field) => field.kind === 'text' && field.format !== null && FORMATS.has(field.format),
  frame: 'label',
  Input: CodeInput,
};
