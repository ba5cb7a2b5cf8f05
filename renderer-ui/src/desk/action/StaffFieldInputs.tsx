import type { ReactNode } from 'react';
import { ChoiceBox, Field, Select, TextArea, TextInput, type ControlAttributes } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { controlId } from './fault-lines.js';
import type { StaffField } from './staff-fields.js';

interface StaffFieldInputsProps {
  readonly fields: readonly StaffField[];
  readonly typed: Readonly<Record<string, string | boolean>>;
  readonly wrong: ReadonlyMap<string, string>;
  readonly onChange: (name: string, value: string | boolean) => void;
}

/** The official's own questions of an action. */
export function StaffFieldInputs({ fields, typed, wrong, onChange }: StaffFieldInputsProps): ReactNode {
  return fields.map((field) => {
    const at = `fields.${field.name}`;
    const error = wrong.get(at);
    const Input = inputs[field.kind];
    return (
      <Field
        key={field.name}
        label={field.title}
        id={controlId(at)}
        required={field.required}
        support={field.description ?? undefined}
        errors={error ? [error] : []}
        group={field.kind === 'yes-no' || field.kind === 'confirmation'}
      >
        {(control) => (
          <Input
            field={field}
            control={control}
            value={typed[field.name]}
            onChange={(value) => onChange(field.name, value)}
          />
        )}
      </Field>
    );
  });
}

interface InputProps {
  readonly field: StaffField;
  readonly control: ControlAttributes;
  readonly value: string | boolean | undefined;
  readonly onChange: (value: string | boolean) => void;
}

const inputs: Readonly<Record<StaffField['kind'], (props: InputProps) => ReactNode>> = {
  text: Text,
  'long-text': LongText,
  'whole-number': NumberText,
  number: NumberText,
  'yes-no': YesNo,
  confirmation: Confirmation,
  date: DateInput,
  choice: ChoiceSelect,
};

function textOf(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : '';
}

function Text({ control, value, onChange }: InputProps): ReactNode {
  return <TextInput {...control} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
}

function LongText({ control, value, onChange }: InputProps): ReactNode {
  return <TextArea {...control} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />;
}

function NumberText({ control, value, onChange }: InputProps): ReactNode {
  return (
    <TextInput
      {...control}
      chars={14}
      inputMode="decimal"
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function DateInput({ control, value, onChange }: InputProps): ReactNode {
  return (
    <TextInput
      {...control}
      chars={14}
      type="date"
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ChoiceSelect({ field, control, value, onChange }: InputProps): ReactNode {
  const texts = useDeskTexts().staffFields;
  return (
    <Select
      {...control}
      empty={texts.choose}
      choices={field.options.map((option) => ({ value: option.value, label: option.title }))}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function YesNo({ control, value, onChange }: InputProps): ReactNode {
  const texts = useDeskTexts().staffFields;
  return (
    <div id={control.id}>
      {[true, false].map((answer) => (
        <ChoiceBox
          key={String(answer)}
          kind="radio"
          name={control.id}
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
          checked={value === answer}
          onChange={() => onChange(answer)}
        >
          {answer ? texts.yes : texts.no}
        </ChoiceBox>
      ))}
    </div>
  );
}

function Confirmation({ control, value, onChange }: InputProps): ReactNode {
  const texts = useDeskTexts().staffFields;
  return (
    <ChoiceBox
      kind="checkbox"
      {...control}
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
    >
      {texts.confirmed}
    </ChoiceBox>
  );
}
