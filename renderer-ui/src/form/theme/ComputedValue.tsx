import type { ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import { DescriptionList, Disclosure } from '../../ui/index.js';
import { explainComputed, type Field } from '../engine.js';
import { idOf, valueAt, type Pointer } from '../pointer.js';
import { useFormSession } from '../session/form-session.js';
import { fieldTypeOf } from '../field-types.js';

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
  const known = value !== undefined && value !== null;
  const type = fieldTypeOf(form, field);
  const id = idOf(pointer);
  const supportId = field.description === null ? null : `${id}-support`;
  return (
    <div className="tz-computed">
      <p className="tz-computed__label" id={`${id}-label`}>
        {field.title}
        <span className="tz-computed__mark">{texts.computed.mark}</span>
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
        {known ? <type.Words field={field} value={value} /> : texts.computed.waiting}
      </output>
      {known && <Explanation pointer={pointer} isMoney={type.name === 'money'} />}
    </div>
  );
}

function Explanation({
  pointer,
  isMoney,
}: {
  readonly pointer: string;
  readonly isMoney: boolean;
}): ReactNode {
  const texts = useFormTexts();
  const { form, evaluation, language } = useFormSession();
  const explained = explainComputed(form, pointer, evaluation, language);
  // What follows from nothing has no why.
  if (explained === null || explained.inputs.length === 0) return null;
  return (
    <Disclosure summary={isMoney ? texts.computed.whyMoney : texts.computed.why}>
      <p className="tz-computed__heading">{texts.computed.formula}</p>
      <p className="tz-prewrap">{explained.formula}</p>
      <p className="tz-computed__heading">{texts.computed.inputs}</p>
      <DescriptionList
        rows={explained.inputs.map((input) => ({
          key: input.title,
          term: input.title,
          value: input.value,
        }))}
      />
    </Disclosure>
  );
}
