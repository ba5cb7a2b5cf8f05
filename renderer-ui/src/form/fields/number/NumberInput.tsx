import { useState, type ReactNode } from 'react';
import { TextInput } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';
import { numberInBox, readNumber } from './read-number.js';

/** Text with a number pad: type=number changes by the mouse wheel and hides what it cannot read. */
export function NumberInput({ field, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...control}
      name={control.id}
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      chars={14}
      value={typed ?? numberInBox(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readNumber(event.target.value));
      }}
      onBlur={() => {
        setTyped(null);
        onLeave();
      }}
    />
  );
}
