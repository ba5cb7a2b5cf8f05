import type { ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { CodeInput } from '../code/CodeInput.js';
import type { FieldInputProps, FieldType } from '../field-type.js';

/** 26:00 → 2 o'clock of the next day; null for what is no time yet. */
function useTimeInWords(value: unknown): string | null {
  const texts = useFormTexts();
  const parts = typeof value === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(value) : null;
  if (!parts) return null;
  const hour = Number(parts[1]);
  const clock = texts.hours.clock(hour % 24 < 12 ? '午前' : '午後', hour % 12, Number(parts[2]));
  return hour >= 24 ? texts.hours.nextDay(clock) : texts.hours.sameDay(clock);
}

function HoursInput(props: FieldInputProps): ReactNode {
  const inWords = useTimeInWords(props.value);
  return (
    <div className="tz-affix">
      <CodeInput {...props} />
      {inWords !== null && <span className="tz-affix__hint">{inWords}</span>}
    </div>
  );
}

const Words: FieldType['Words'] = ({ value }) => {
  const texts = useFormTexts();
  const inWords = useTimeInWords(value);
  return (
    <span className="tz-number">
      {String(value)}
      {inWords !== null && <span className="tz-quiet">{texts.hours.inBrackets(inWords)}</span>}
    </span>
  );
};

const Support: NonNullable<FieldType['Support']> = () => <>{useFormTexts().hours.support}</>;

export const hours: FieldType = {
  name: 'hours',
  fits: (field) => field.format === 'hours',
  frame: 'label',
  Input: HoursInput,
  Words,
  Support,
};
