import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';
import { chosen } from './chosen.js';

export const choices: FieldType = {
  name: 'choices',
  fits: (field) => field.kind === 'choices',
  frame: 'group',
  Input: lateInput((pieces) => pieces.Checkboxes),
  Words: ({ field, value }) => (
    <ul>
      {chosen(value).map((one) => (
        <li key={String(one)}>
          {field.options?.find((option) => option.value === one)?.title ?? String(one)}
        </li>
      ))}
    </ul>
  ),
};
