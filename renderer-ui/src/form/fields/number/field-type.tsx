import { useLanguage } from '../../../texts/index.js';
import { valueInWords } from '../../engine.js';
import type { FieldType } from '../field-type.js';
import { NumberInput } from './NumberInput.js';

const Words: FieldType['Words'] = ({ field, value }) => {
  const language = useLanguage();
  return <span className="tz-number">{valueInWords(field, value, language)}</span>;
};

export const number: FieldType = {
  name: 'number',
  fits: (field) => field.kind === 'number' || field.kind === 'integer',
  frame: 'label',
  Input: NumberInput,
  Words,
};
