import { useState, type ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import { Button } from '../../ui/index.js';
import type { Field, Form } from '../engine.js';
import { AttachedFile } from '../fields/attachment/AttachedFile.js';
import type { FormFiles } from '../session/form-session.js';
import { FieldWords } from './FieldWords.js';

interface AnswerWordsProps {
  readonly form: Form;
  readonly field: Field;
  readonly value: unknown;
  readonly files: Pick<FormFiles, 'attachments' | 'address'>;
  /** Sensitive answers stay covered until asked for. */
  readonly mask?: boolean;
}

/** One answer in words. */
export function AnswerWords({ form, field, value, files, mask = false }: AnswerWordsProps): ReactNode {
  const texts = useFormTexts();
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className="tz-quiet">{texts.notAnswered}</span>;
  }
  if (field.kind === 'attachment' && Array.isArray(value)) {
    return (
      <ul>
        {value.map((id) => (
          <AttachedFile key={String(id)} id={String(id)} files={files} />
        ))}
      </ul>
    );
  }
  const words = <FieldWords form={form} field={field} value={value} />;
  return mask && field.sensitive ? <Covered label={field.title}>{words}</Covered> : words;
}

function Covered({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const texts = useFormTexts();
  const [shown, setShown] = useState(false);
  return (
    <span className="tz-covered">
      <span>{shown ? children : texts.masked}</span>
      <Button look="text" size="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? texts.hide : texts.show}
        <span className="tz-hidden"> {label}</span>
      </Button>
    </span>
  );
}
