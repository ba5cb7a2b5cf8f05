import { InJapanese } from '../../../ui/index.js';
import type { FieldType } from '../field-type.js';
import { ManyLines, OneLine } from './TextInputs.js';

const Words: FieldType['Words'] = ({ value }) => (
  <span className="tz-prewrap">
    <InJapanese>{String(value)}</InJapanese>
  </span>
);

export const textarea: FieldType = {
  name: 'textarea',
  fits: (field, hints) => field.kind === 'text' && hints.widget === 'textarea',
  frame: 'label',
  Input: ManyLines,
  Words,
};

/** The last in the list: whatever has no better way is a line of text. */
export const text: FieldType = { name: 'text', fits: () => true, frame: 'label', Input: OneLine, Words };
