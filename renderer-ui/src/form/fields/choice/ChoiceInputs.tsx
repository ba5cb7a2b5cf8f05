import type { ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { ChoiceBox, Select } from '../../../ui/index.js';
import type { Option } from '../../engine.js';
import type { FieldInputProps } from '../field-type.js';

/** The first radio carries the id of the field, so that a link from the summary reaches it. */
function radioId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index}`;
}

interface RadiosProps extends FieldInputProps {
  readonly options: readonly { readonly value: string | number | boolean; readonly title: string }[];
}

function Radios({ control, value, options, onChange, onLeave }: RadiosProps): ReactNode {
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = control;
  return (
    <div className="tz-choices">
      {options.map((option, index) => (
        <ChoiceBox
          key={String(option.value)}
          kind="radio"
          id={radioId(id, index)}
          name={id}
          checked={value === option.value}
          aria-describedby={index === 0 ? describedBy : undefined}
          aria-invalid={invalid}
          onChange={() => onChange(option.value)}
          onBlur={onLeave}
        >
          {option.title}
        </ChoiceBox>
      ))}
    </div>
  );
}

export function ChoiceRadios(props: FieldInputProps): ReactNode {
  return <Radios {...props} options={props.field.options ?? []} />;
}

/** No answer is preset: a "no" must have been said. */
export function YesNo(props: FieldInputProps): ReactNode {
  const texts = useFormTexts();
  return (
    <Radios
      {...props}
      options={[
        { value: true, title: texts.yes },
        { value: false, title: texts.no },
      ]}
    />
  );
}

export function ChoiceSelect({ field, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const texts = useFormTexts();
  const options: readonly Option[] = field.options ?? [];
  return (
    <Select
      {...control}
      name={control.id}
      empty={texts.choose}
      choices={options.map((option) => ({ value: String(option.value), label: option.title }))}
      value={value === undefined ? '' : String(value)}
      onChange={(event) =>
        onChange(options.find((option) => String(option.value) === event.target.value)?.value)
      }
      onBlur={onLeave}
    />
  );
}
