import { useMemo, type ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import type { Field } from '../engine.js';
import { idOf, readerOf, type Pointer } from '../pointer.js';
import { useFormSession, useFormState } from '../session/form-session.js';
import { FieldWords } from '../view/FieldWords.js';
import { type Why, useWhy } from '../view/use-why.js';

/** A value nobody types: what it is, and on request why. */
export function ComputedValue({
  field,
  pointer,
}: {
  readonly field: Field;
  readonly pointer: Pointer;
}): ReactNode {
  const texts = useFormTexts();
  const { form } = useFormSession();
  const read = useMemo(() => readerOf(pointer), [pointer]);
  const value = useFormState(({ evaluation }) => read(evaluation.answers));
  const words = field.fromApplication === null ? texts.computed : texts.fromApplication;
  const known = value !== undefined && value !== null;
  const why = useWhy(known);
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
      {known && why && <WhyNow pointer={pointer} Why={why.WhyThisValue} />}
    </div>
  );
}

/** The answers that go into a value may be others although the value is the same. */
function WhyNow({ pointer, Why }: { readonly pointer: Pointer; readonly Why: Why }): ReactNode {
  const { form } = useFormSession();
  const evaluation = useFormState((state) => state.evaluation);
  return <Why form={form} pointer={pointer} evaluation={evaluation} />;
}
