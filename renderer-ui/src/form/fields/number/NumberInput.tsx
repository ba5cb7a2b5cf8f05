import { useState, type ReactNode } from 'react';
import { useLanguage } from '../../../texts/index.js';
import { TextInput } from '../../../ui/index.js';
import { unitInWords } from '../../engine.js';
import type { FieldInputProps } from '../field-type.js';
import { numberInBox, readNumber } from './read-number.js';

/** Text with a number pad: type=number changes by the mouse wheel and hides what it cannot read. */
export function NumberInput({ field, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const box = (
    <TextInput
      {...control}
      name={control.id}
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      chars={14}
      value={typed ?? numberInBox(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readNumber(event.target.value, field.unit));
      }}
      onBlur={() => {
        setTyped(null);
        onLeave();
      }}
    />
  );
  if (field.unit === null) return box;
  return (
    <div className="tz-affix">
      {box}
      <span>{unitInWords(field.unit, language)}</span>
    </div>
  );
}
