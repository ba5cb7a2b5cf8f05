import type { ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { corporateCheckDigit, normalizeInput } from '../../engine.js';
import { CodeInput } from '../code/CodeInput.js';
import type { FieldInputProps } from '../field-type.js';

/** How far the number has come, and whether its digits fit together. */
function useProgress(field: FieldInputProps['field'], value: unknown): string | null {
  const { corporate } = useFieldsTexts();
  const digits = typeof value === 'string' ? normalizeInput(field, value) : '';
  if (!/^\d+$/.test(digits)) return null;
  if (digits.length > 13) return corporate.over(digits.length - 13);
  if (digits.length === 12) return corporate.twelve(corporateCheckDigit(digits));
  if (digits.length < 13) return corporate.left(13 - digits.length);
  const digit = corporateCheckDigit(digits.slice(1));
  return digits.startsWith(digit) ? corporate.right : corporate.wrong(digit);
}

export function CorporateNumberInput(props: FieldInputProps): ReactNode {
  const progress = useProgress(props.field, props.value);
  const hintId = `${props.control.id}-progress`;
  const described = [props.control['aria-describedby'], progress !== null && hintId]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <CodeInput {...props} control={{ ...props.control, 'aria-describedby': described || undefined }} />
      {progress !== null && (
        <p id={hintId} className="tz-field__note tz-number">
          {progress}
        </p>
      )}
    </>
  );
}
