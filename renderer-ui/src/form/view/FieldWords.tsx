import type { ReactNode } from 'react';
import { useLanguage } from '../../texts/index.js';
import { InJapanese } from '../../ui/index.js';
import { answerText, type Field, type Form } from '../engine.js';
import { fieldTypeOf } from '../field-types.js';

interface FieldWordsProps {
  readonly form: Form;
  readonly field: Field;
  readonly value: unknown;
}

/** An answer that is there, in the way of its type or as text. */
export function FieldWords({ form, field, value }: FieldWordsProps): ReactNode {
  const language = useLanguage();
  const { Words } = fieldTypeOf(form, field);
  if (Words) return <Words field={field} value={value} />;
  const isWords = field.kind === 'text' && field.format === null;
  return (
    <span className={isWords ? 'tz-prewrap' : 'tz-number'}>
      <InJapanese>{answerText(form, field, value, language)}</InJapanese>
    </span>
  );
}
