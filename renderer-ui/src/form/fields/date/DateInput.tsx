import { useState, type ReactNode } from 'react';
import { eraDateText, useFormTexts, useLanguage } from '../../../texts/index.js';
import { TextInput } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';
import { CalendarButton } from './CalendarButton.js';
import { boxesOf, isDay, readDate, type DateBoxes } from './read-date.js';

const BIRTHDAY: Readonly<Record<keyof DateBoxes, string>> = {
  year: 'bday-year',
  month: 'bday-month',
  day: 'bday-day',
};

/** Year, month and day in boxes of their own; the year by era or western. The day understood is said below. */
export function DateInput({ field, hints, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const texts = useFormTexts();
  const language = useLanguage();
  const [typed, setTyped] = useState<DateBoxes | null>(null);
  const boxes = typed ?? boxesOf(value);
  const { id, ...described } = control;
  const understood = isDay(value);

  const box = (part: keyof DateBoxes, chars: number): ReactNode => (
    <div className="tz-date__part">
      <TextInput
        id={part === 'year' ? id : `${id}-${part}`}
        name={`${id}-${part}`}
        aria-describedby={part === 'year' ? described['aria-describedby'] : undefined}
        aria-invalid={described['aria-invalid']}
        aria-required={described['aria-required']}
        aria-label={texts.era[part]}
        inputMode={part === 'year' ? undefined : 'numeric'}
        autoComplete={hints.autocomplete === 'bday' ? BIRTHDAY[part] : 'off'}
        chars={chars}
        value={boxes[part]}
        onChange={(event) => {
          const next = { ...boxes, [part]: event.target.value };
          setTyped(next);
          onChange(readDate(next));
        }}
      />
      <span aria-hidden="true">{texts.era[part]}</span>
    </div>
  );

  return (
    <div
      className="tz-date"
      onBlur={(event) => {
        // Going from one box to the next is not leaving the field.
        if (event.currentTarget.contains(event.relatedTarget)) return;
        onLeave();
      }}
    >
      <div className="tz-date__parts">
        {box('year', 7)}
        {box('month', 2)}
        {box('day', 2)}
        {/* Nobody looks a birthday up in a calendar. */}
        {hints.autocomplete !== 'bday' && (
          <CalendarButton
            title={field.title}
            value={understood ? value : null}
            onChoose={(day) => {
              setTyped(null);
              onChange(day);
            }}
          />
        )}
      </div>
      {understood && <p className="tz-quiet tz-number">{eraDateText(value, language)}</p>}
    </div>
  );
}
