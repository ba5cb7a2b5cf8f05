import type { ReactNode } from 'react';
import { Field, TextArea } from '../../../renderer-ui/src/ui/index.js';

interface ReasonBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why something is done, for officials or for the applicant, as `label` says. */
export function ReasonBox({ label, value, onChange }: ReasonBoxProps): ReactNode {
  return (
    <Field label={label} required>
      {(control) => (
        <TextArea {...control} rows={2} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
