import type { ReactNode } from 'react';
import { ChoiceBox } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';
import { chosen } from './chosen.js';

/** The answer keeps the order of the form, not of the clicks. */
export function Checkboxes({ field, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = control;
  const options = field.options ?? [];
  const now = chosen(value);
  return (
    <div className="tz-choices">
      {options.map((option, index) => (
        <ChoiceBox
          key={String(option.value)}
          kind="checkbox"
          id={index === 0 ? id : `${id}-${index}`}
          name={id}
          checked={now.includes(option.value)}
          aria-describedby={index === 0 ? describedBy : undefined}
          aria-invalid={invalid}
          onChange={(event) => {
            const next = options
              .map((each) => each.value)
              .filter((each) => (each === option.value ? event.target.checked : now.includes(each)));
            onChange(next.length === 0 ? undefined : next);
          }}
          onBlur={onLeave}
        >
          {option.title}
        </ChoiceBox>
      ))}
    </div>
  );
}
