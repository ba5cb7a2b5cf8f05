import type { ReactNode } from 'react';
import { useFormTexts, useLanguage } from '../../../texts/index.js';
import { clockInWords } from '../../engine.js';
import { CodeInput } from '../code/CodeInput.js';
import type { FieldInputProps, FieldType } from '../field-type.js';

function HoursInput(props: FieldInputProps): ReactNode {
  const inWords = clockInWords(props.value, useLanguage());
  return (
    <div className="tz-affix">
      <CodeInput {...props} />
      {inWords !== null && <span className="tz-affix__hint">{inWords}</span>}
    </div>
  );
}

const Support: NonNullable<FieldType['Support']> = () => <>{useFormTexts().hours.support}</>;

export const hours: FieldType = {
  name: 'hours',
  fits: (field) => field.format === 'hours',
  frame: 'label',
  Input: HoursInput,
  Support,
};
