import { useFormTexts } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { MoneyInput } from './MoneyInput.js';

const Words: FieldType['Words'] = ({ value }) => {
  const texts = useFormTexts();
  return (
    <span className="tz-number">
      {typeof value === 'number' ? texts.yen(value.toLocaleString('ja-JP')) : String(value)}
    </span>
  );
};

export const money: FieldType = {
  name: 'money',
  fits: (field, hints) => (field.kind === 'integer' || field.kind === 'number') && hints.widget === 'money',
  frame: 'label',
  Input: MoneyInput,
  Words,
};
