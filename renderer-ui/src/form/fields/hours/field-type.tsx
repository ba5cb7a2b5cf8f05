import { useFormTexts } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { lateInput } from '../late.js';

const Support: NonNullable<FieldType['Support']> = () => <>{useFormTexts().hours.support}</>;

export const hours: FieldType = {
  name: 'hours',
  fits: (field) => field.format === 'hours',
  frame: 'label',
  Input: lateInput((pieces) => pieces.HoursInput),
  Support,
};
