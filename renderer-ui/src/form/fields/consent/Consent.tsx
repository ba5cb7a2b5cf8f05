import type { ReactNode } from 'react';
import { ChoiceBox, FieldErrors, FieldWarnings, Need } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';

/** Never ticked beforehand. The sentence agreed to is the label itself. */
export function Consent(props: FieldInputProps): ReactNode {
  const { field, control, value, onChange, onLeave, messages, support } = props;
  const { id } = control;
  const { errors, warnings } = messages;
  const parts = {
    support: support ? `${id}-support` : null,
    error: errors.length > 0 ? `${id}-error` : null,
    warning: warnings.length > 0 ? `${id}-warning` : null,
  };
  return (
    <div className="tz-consent">
      <ChoiceBox
        kind="checkbox"
        framed
        id={id}
        name={id}
        checked={value === true}
        aria-required={field.required || undefined}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={[parts.support, parts.error, parts.warning].filter(Boolean).join(' ') || undefined}
        onChange={(event) => onChange(event.target.checked || undefined)}
        onBlur={onLeave}
      >
        {field.title}
        <Need required={field.required} />
      </ChoiceBox>
      {parts.support !== null && (
        <div id={parts.support} className="tz-field__support tz-consent__support">
          {support}
        </div>
      )}
      {parts.error !== null && <FieldErrors id={parts.error} errors={errors} />}
      {parts.warning !== null && <FieldWarnings id={parts.warning} warnings={warnings} />}
    </div>
  );
}
