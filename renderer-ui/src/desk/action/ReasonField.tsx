import type { ReactNode } from 'react';
import { Field, TextArea } from '../../ui/index.js';
import type { ActionForm } from './action-form.js';
import { controlId } from './fault-lines.js';

interface ReasonFieldProps {
  /** For the applicant, or for colleagues. */
  readonly name: 'publicReason' | 'reason';
  readonly label: string;
  readonly help: string;
  readonly rows: number;
  readonly required: boolean;
  readonly form: ActionForm;
  /** Sentence by place, of what is wrong. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly onForm: (form: ActionForm) => void;
}

/** Why something is done, in a box of its own for each reader. */
export function ReasonField(props: ReasonFieldProps): ReactNode {
  const { name, label, help, rows, required, form, wrong, onForm } = props;
  const fault = wrong.get(name);
  return (
    <Field
      label={label}
      id={controlId(name)}
      required={required}
      support={help}
      errors={fault ? [fault] : []}
    >
      {(control) => (
        <TextArea
          {...control}
          rows={rows}
          lang="ja"
          value={form[name]}
          onChange={(event) => onForm({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  );
}
