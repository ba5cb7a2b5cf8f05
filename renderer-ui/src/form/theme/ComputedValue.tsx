import type { ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import type { Field } from '../engine.js';
import { idOf, valueAt, type Pointer } from '../pointer.js';
import { useFormSession } from '../session/form-session.js';
import { FieldWords } from '../view/FieldWords.js';
import { WhyThisValue } from '../view/WhyThisValue.js';

/** A value nobody types: what it is, and on request why. */
export function ComputedValue({
  field,
  pointer,
}: {
  readonly field: Field;
  readonly pointer: Pointer;
}): ReactNode {
  const texts = useFormTexts();
  const { form, evaluation } = useFormSession();
  const value = valueAt(evaluation.answers, pointer);
  const words = field.fromApplication === null ? texts.computed : texts.fromApplication;
  const known = value !== undefined && value !== null;
  const id = idOf(pointer);
  const supportId = field.description === null ? null : `${id}-support`;
  return (
    <div className="tz-computed">
      <p className="tz-computed__label" id={`${id}-label`}>
        {field.title}
        <span className="tz-computed__mark">{words.mark}</span>
      </p>
      {supportId !== null && (
        <p id={supportId} className="tz-field__support">
          {field.description}
        </p>
      )}
      <output
        id={id}
        className={known ? 'tz-computed__value' : 'tz-computed__waiting'}
        aria-labelledby={`${id}-label`}
        aria-describedby={supportId ?? undefined}
        aria-live="off"
      >
        {known ? <FieldWords form={form} field={field} value={value} /> : words.waiting}
      </output>
      {known && <WhyThisValue form={form} pointer={pointer} evaluation={evaluation} />}
    </div>
  );
}
