import { eraDateText, useFormTexts, useLanguage } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { DateInput } from './DateInput.js';

const Words: FieldType['Words'] = ({ value }) => {
  const language = useLanguage();
  return <span className="tz-number">{eraDateText(String(value), language)}</span>;
};

const Support: NonNullable<FieldType['Support']> = () => <>{useFormTexts().era.support}</>;

export const date: FieldType = {
  name: 'date',
  fits: (field) => field.kind === 'date',
  frame: 'group',
  Input: DateInput,
  Words,
  Support,
};
