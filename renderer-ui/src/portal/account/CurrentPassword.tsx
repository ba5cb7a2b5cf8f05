import type { ReactNode } from 'react';
import { useAccountTexts } from '../../texts/index.js';
import { Field, TextInput } from '../../ui/index.js';

interface CurrentPasswordProps {
  readonly value: string;
  readonly errors: readonly string[];
  readonly onChange: (value: string) => void;
}

/** Asked for before a step that would lock the owner out. */
export function CurrentPassword({ value, errors, onChange }: CurrentPasswordProps): ReactNode {
  const texts = useAccountTexts();
  return (
    <Field id="currentPassword" label={texts.password.current} required errors={errors}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autoComplete="current-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
