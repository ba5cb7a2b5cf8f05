import type { ReactNode } from 'react';
import { useFormTexts, useLanguage } from '../../texts/index.js';
import { DescriptionList, Disclosure, InJapanese } from '../../ui/index.js';
import { explainComputed, type Evaluation, type Form } from '../engine.js';
import { fieldTypeOf } from '../field-types.js';
import { fieldPathOf, type Pointer } from '../pointer.js';

interface WhyThisValueProps {
  readonly form: Form;
  readonly pointer: Pointer;
  readonly evaluation: Evaluation;
}

/** How a computed value came about, on request: the sum in words, and the answers that went into it. */
export function WhyThisValue({ form, pointer, evaluation }: WhyThisValueProps): ReactNode {
  const texts = useFormTexts();
  const language = useLanguage();
  const field = form.fields.get(fieldPathOf(pointer));
  const explained = explainComputed(form, pointer, evaluation, language);
  // What follows from nothing has no why.
  if (!field || explained === null || explained.inputs.length === 0) return null;
  const isMoney = fieldTypeOf(form, field).name === 'money';
  return (
    <Disclosure summary={isMoney ? texts.computed.whyMoney : texts.computed.why}>
      <p className="tz-computed__heading">{texts.computed.formula}</p>
      <p className="tz-prewrap">
        <InJapanese>{explained.formula}</InJapanese>
      </p>
      <p className="tz-computed__heading">{texts.computed.inputs}</p>
      <DescriptionList
        rows={explained.inputs.map((input) => ({
          key: input.title,
          term: input.title,
          value: <InJapanese>{input.value}</InJapanese>,
        }))}
      />
    </Disclosure>
  );
}
