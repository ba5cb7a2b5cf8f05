import type { FieldType } from '../field-type.js';
import { NumberInput } from './NumberInput.js';

export const number: FieldType = {
  name: 'number',
  fits: (field) => field.kind === 'number' || field.kind === 'integer',
  frame: 'label',
  Input: NumberInput,
  Words: ({ value }) => (
    <span className="tz-number">
      {typeof value === 'number' ? value.toLocaleString('ja-JP') : String(value)}
    </span>
  ),
};
