import type { ReactNode } from 'react';
import { Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import type { NameChoice } from './names.js';

export interface ChooseOneProps {
  readonly label: string;
  readonly support: string | null;
  readonly required: boolean;
  readonly errors: readonly string[];
  readonly value: string;
  readonly choices: readonly NameChoice[];
  readonly onChange: (value: string) => void;
}

export function ChooseOne({ value, choices, onChange, ...field }: ChooseOneProps): ReactNode {
  const texts = useWorkflowTexts();
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  const shown = isKnown ? choices : [...choices, { value, label: texts.unknownName(value) }];
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          value={value}
          choices={shown}
          {...(field.required && value !== '' ? {} : { empty: field.required ? texts.choose : texts.none })}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
