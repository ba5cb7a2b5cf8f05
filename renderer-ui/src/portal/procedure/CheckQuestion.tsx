import { useState, type ReactNode } from 'react';
import type { EligibilityView } from '../../api/types.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { ChoiceBox, Field, TextInput } from '../../ui/index.js';

interface CheckQuestionProps {
  readonly number: number;
  readonly question: EligibilityView['questions'][number];
  /** As the address has it; null where it is not answered. */
  readonly answer: string | null;
  readonly onAnswer: (value: string | null) => void;
}

export function CheckQuestion({ number, question, answer, onAnswer }: CheckQuestionProps): ReactNode {
  const texts = useProcedureTexts().check;
  const { id, kind, title, help, unit } = question;
  const label = `${number}. ${title}`;
  if (kind === 'number')
    return (
      <Field label={label} support={help}>
        {(control) => (
          <span className="tz-check__number">
            <TextInput
              {...control}
              inputMode="numeric"
              chars={10}
              autoComplete="off"
              value={answer ?? ''}
              onChange={({ target }) => onAnswer(target.value === '' ? null : target.value)}
            />
            {unit}
          </span>
        )}
      </Field>
    );
  const options =
    kind === 'yes-no'
      ? [
          { value: 'yes', title: texts.yes },
          { value: 'no', title: texts.no },
        ]
      : question.options;
  return (
    <Field label={label} support={help} group>
      {() =>
        kind === 'date' ? (
          <DateParts id={id} answer={answer} onAnswer={onAnswer} />
        ) : (
          <div className="tz-check__choices">
            {options.map((option) => (
              <ChoiceBox
                key={option.value}
                kind="radio"
                framed
                name={id}
                checked={answer === option.value}
                onChange={() => onAnswer(option.value)}
              >
                {option.title}
              </ChoiceBox>
            ))}
          </div>
        )
      }
    </Field>
  );
}

type Parts = readonly [year: string, month: string, day: string];

/** Year, month and day; an answer once all three make a day. */
function DateParts({
  id,
  answer,
  onAnswer,
}: Pick<CheckQuestionProps, 'answer' | 'onAnswer'> & { readonly id: string }): ReactNode {
  const texts = useProcedureTexts().check;
  const [typed, setTyped] = useState<Parts>(() => partsOf(answer));
  // What is typed stays as it is; an answer taken away, or come by the address, is shown.
  const shown = typedAs(typed) === answer || (answer === null && !isWhole(typed)) ? typed : partsOf(answer);
  const change = (place: number, text: string): void => {
    const [year, month, day] = shown;
    const next: Parts = [place === 0 ? text : year, place === 1 ? text : month, place === 2 ? text : day];
    setTyped(next);
    onAnswer(typedAs(next));
  };
  return (
    <div className="tz-check__date">
      {[texts.year, texts.month, texts.day].map((label, place) => (
        <label key={label} className="tz-check__part">
          <TextInput
            id={`${id}-${place}`}
            inputMode="numeric"
            chars={place === 0 ? 5 : 3}
            autoComplete="off"
            value={shown[place] ?? ''}
            onChange={({ target }) => change(place, target.value)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

function partsOf(answer: string | null): Parts {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(answer ?? '') ?? [];
  return [year, month.replace(/^0/, ''), day.replace(/^0/, '')];
}

function isWhole(parts: Parts): boolean {
  return typedAs(parts) !== null;
}

/** `2021-10-01`; null while it is no day. */
function typedAs(parts: Parts): string | null {
  const [year, month, day] = parts.map((part) => part.normalize('NFKC').trim());
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? ''))
    return null;
  const iso = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
