import { useFormTexts } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

const Support: NonNullable<FieldType['Support']> = () => <>{useFormTexts().era.support}</>;

export const date: FieldType = {
  name: 'date',
  fits: (field) => field.kind === 'date',
  frame: 'group',
  Input: lateInput((pieces) => pieces.DateInput),
  Support,
};
