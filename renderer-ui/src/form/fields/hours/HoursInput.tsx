import type { ReactNode } from 'react';
import { useLanguage } from '../../../texts/index.js';
import { clockInWords } from '../../engine.js';
import { CodeInput } from '../code/CodeInput.js';
import type { FieldInputProps } from '../field-type.js';

export function HoursInput(props: FieldInputProps): ReactNode {
  const inWords = clockInWords(props.value, useLanguage());
  return (
    <div className="tz-affix">
      <CodeInput {...props} />
      {inWords !== null && <span className="tz-affix__hint">{inWords}</span>}
    </div>
  );
}
