import type { ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { ChoiceBox, FieldErrors, Need } from '../../../ui/index.js';
import type { FieldInputProps, FieldType } from '../field-type.js';

/** Never ticked beforehand. The sentence agreed to is the label itself. */
function Consent({ field, control, value, onChange, onLeave, messages }: FieldInputProps): ReactNode {
  const { id } = control;
  const supportId = field.description === null ? null : `${id}-support`;
  const errorId = messages.errors.length === 0 ? null : `${id}-error`;
  return (
    <div className="tz-consent">
      <ChoiceBox
        kind="checkbox"
        framed
        id={id}
        name={id}
        checked={value === true}
        aria-required={field.required || undefined}
        aria-invalid={messages.errors.length > 0 || undefined}
        aria-describedby={[supportId, errorId].filter(Boolean).join(' ') || undefined}
        onChange={(event) => onChange(event.target.checked || undefined)}
        onBlur={onLeave}
      >
        {field.title}
        <Need required={field.required} />
        {supportId !== null && (
          <span id={supportId} className="tz-consent__support">
            {field.description}
          </span>
        )}
      </ChoiceBox>
      {errorId !== null && <FieldErrors id={errorId} errors={messages.errors} />}
    </div>
  );
}

const Words: FieldType['Words'] = ({ value }) => {
  const texts = useFormTexts();
  return <>{value === true ? texts.yes : texts.no}</>;
};

export const consent: FieldType = {
  name: 'consent',
  fits: (field) => field.consent,
  frame: 'own',
  Input: Consent,
  Words,
};
