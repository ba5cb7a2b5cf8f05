import { useState, type ReactNode } from 'react';
import { describeProblem } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { ConditionEditor, useScope } from '../expression/index.js';
import { useChecked } from '../problems/use-checked.js';
import { useBasicsTexts } from '../texts/basics.js';
import { problemsAt } from '../workflow/schema-fields.js';

const FORM = { of: 'form', repeat: null } as const;

interface AnswerOrFormulaProps {
  readonly label: string;
  readonly support: string | null;
  readonly value: string;
  /** Of the expression in procedure.json. */
  readonly pointer: string;
  readonly onChange: (value: string) => void;
}

/** A text out of the answers: mostly one of them as it is, and then it is chosen; else a formula. */
export function AnswerOrFormula(props: AnswerOrFormulaProps): ReactNode {
  const { label, support, value, pointer, onChange } = props;
  const texts = useBasicsTexts();
  const language = useLanguage();
  const { facts } = useScope(FORM);
  const answers = facts.filter(({ type }) => type.kind === 'string');
  const isAnswer = value === '' || answers.some(({ name }) => name === value);
  const [byFormula, setByFormula] = useState(!isAnswer);
  const errors = useChecked((state) => state.problems);
  const own = problemsAt(errors, pointer, false, 'procedure.json').map((one) =>
    describeProblem(one, null, language),
  );
  return (
    <div>
      <div className="builder-switch" role="group" aria-label={texts.waysOf(label)}>
        <button type="button" aria-pressed={!byFormula} onClick={() => setByFormula(false)}>
          {texts.byAnswer}
        </button>
        <button type="button" aria-pressed={byFormula} onClick={() => setByFormula(true)}>
          {texts.byFormula}
        </button>
      </div>
      {byFormula ? (
        <>
          <ConditionEditor
            label={label}
            {...(support === null ? {} : { support })}
            value={value === '' ? null : value}
            wanted={null}
            at={FORM}
            onChange={(next) => onChange(next ?? '')}
          />
          {own.length > 0 && <p className="tz-field__error">{own.join(' ')}</p>}
        </>
      ) : (
        <Field label={label} support={support} required errors={own}>
          {(control) => (
            <Select
              {...control}
              value={value}
              {...(value === '' ? { empty: texts.chooseAnswer } : {})}
              choices={[
                ...(isAnswer ? [] : [{ value, label: value }]),
                ...answers.map(({ name, title }) => ({ value: name, label: title })),
              ]}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
