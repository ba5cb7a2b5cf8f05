import { useFormTexts } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { ChoiceRadios, ChoiceSelect, YesNo } from './ChoiceInputs.js';

/** More than this and a list is quicker than reading every line. */
const MOST_RADIOS = 5;

const ChosenWords: FieldType['Words'] = ({ field, value }) => (
  <>{field.options?.find((option) => option.value === value)?.title ?? String(value)}</>
);

export const radio: FieldType = {
  name: 'radio',
  fits: (field, hints) =>
    field.kind === 'choice' &&
    (hints.widget === 'radio' || (hints.widget !== 'select' && (field.options?.length ?? 0) <= MOST_RADIOS)),
  frame: 'group',
  Input: ChoiceRadios,
  Words: ChosenWords,
};

export const select: FieldType = {
  name: 'select',
  fits: (field) => field.kind === 'choice',
  frame: 'label',
  Input: ChoiceSelect,
  Words: ChosenWords,
};

const YesNoWords: FieldType['Words'] = ({ value }) => {
  const texts = useFormTexts();
  return <>{value === true ? texts.yes : texts.no}</>;
};

export const yesNo: FieldType = {
  name: 'yes-no',
  fits: (field) => field.kind === 'boolean',
  frame: 'group',
  Input: YesNo,
  Words: YesNoWords,
};
