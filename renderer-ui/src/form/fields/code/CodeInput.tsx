import type { ReactNode } from 'react';
import { TextInput } from '../../../ui/index.js';
import { normalizeInput } from '../../engine.js';
import type { FieldInputProps } from '../field-type.js';

const LENGTHS: Readonly<Record<string, number>> = {
  'postal-jp': 9,
  'tel-jp': 15,
  'corporate-number': 16,
  'bank-code': 6,
  'branch-code': 6,
  'account-number': 9,
  hours: 7,
};
const AUTOCOMPLETE: Readonly<Record<string, string>> = { 'postal-jp': 'postal-code', 'tel-jp': 'tel' };

/**
 * Codes, numbers and readings: written any way on the way in, one way once the field is left (full-width digits,
 * hyphens, hiragana). Never used for names.
 */
export function CodeInput({ field, hints, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const format = field.format ?? '';
  const text = typeof value === 'string' ? value : '';
  return (
    <TextInput
      {...control}
      name={control.id}
      type={format === 'tel-jp' ? 'tel' : 'text'}
      inputMode={format in LENGTHS && format !== 'hours' ? 'numeric' : undefined}
      autoComplete={hints.autocomplete ?? AUTOCOMPLETE[format] ?? 'off'}
      chars={LENGTHS[format]}
      value={text}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={() => {
        const normal = normalizeInput(field, text);
        if (normal !== text) onChange(normal === '' ? undefined : normal);
        onLeave();
      }}
    />
  );
}
