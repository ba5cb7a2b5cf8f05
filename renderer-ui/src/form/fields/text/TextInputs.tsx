import type { ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { TextArea, TextInput } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Exactly what was typed is kept: a name has every character its bearer uses. */
export function OneLine({ field, hints, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const longest = Number(field.schema['maxLength'] ?? 100);
  return (
    <TextInput
      {...control}
      name={control.id}
      type={field.format === 'email' ? 'email' : field.format === 'url' ? 'url' : 'text'}
      autoComplete={hints.autocomplete ?? 'off'}
      chars={longest <= 20 ? longest * 1.6 : undefined}
      value={asText(value)}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={onLeave}
    />
  );
}

const SHOW_COUNT_BELOW = 100;

export function ManyLines({ field, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const texts = useFormTexts();
  const longest = Number(field.schema['maxLength'] ?? Number.NaN);
  const left = longest - Array.from(asText(value)).length;
  const countId = `${control.id}-count`;
  const counted = left <= SHOW_COUNT_BELOW;
  const describedBy = [control['aria-describedby'], counted && countId].filter(Boolean).join(' ');
  return (
    <>
      <TextArea
        {...control}
        name={control.id}
        aria-describedby={describedBy || undefined}
        value={asText(value)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        onBlur={onLeave}
      />
      {counted && (
        <p id={countId} className="tz-quiet tz-number">
          {texts.charactersLeft(left)}
        </p>
      )}
    </>
  );
}
