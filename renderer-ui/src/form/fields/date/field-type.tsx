import { useFormTexts } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { DateInput } from './DateInput.js';

const Support: NonNullable<FieldType['Support']> = () => <>{useFormTexts().era.support}</>;

export const date: FieldType = {
  name: 'date',
  fits: (field) => field.kind === 'date',
  frame: 'group',
  Input: DateInput,
  Support,
};
