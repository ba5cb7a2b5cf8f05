import { InJapanese } from '../../../ui/index.js';
import type { FieldType } from '../field-type.js';
import { CodeInput } from './CodeInput.js';

const FORMATS = new Set([
  'postal-jp',
  'tel-jp',
  'corporate-number',
  'bank-code',
  'branch-code',
  'account-number',
  'zengin-name',
  'kana',
]);

/** 5400008 → 540-0008; other codes are printed as they are. */
function grouped(format: string | null, value: string): string {
  return format === 'postal-jp' && /^\d{7}$/.test(value) ? `〒${value.slice(0, 3)}-${value.slice(3)}` : value;
}

export const code: FieldType = {
  name: 'code',
  fits: (field) => field.kind === 'text' && field.format !== null && FORMATS.has(field.format),
  frame: 'label',
  Input: CodeInput,
  Words: ({ field, value }) => (
    <span className="tz-number">
      <InJapanese>{grouped(field.format, String(value))}</InJapanese>
    </span>
  ),
};
