import { useState, type ReactNode } from 'react';
import type { ReferableApplication } from '../../../api/types.js';
import { dateText, useFieldsTexts, useLanguage } from '../../../texts/index.js';
import { Combobox, useAnnounce } from '../../../ui/index.js';
import type { Field } from '../../engine.js';
import { useFormSession } from '../../session/form-session.js';
import { useBeside } from '../../session/use-beside.js';
import type { LazyInputProps } from '../bank/lazy-input.js';
import { fittingTo, keyOf, offeredFor } from './offered-for.js';
import './application.css';

const MOST = 30;

/** The number of an own application, picked by what it is about; a number filed elsewhere is typed. */
export function ApplicationInput(props: LazyInputProps): ReactNode {
  const { field, pointer, hints, control, value, onChange, onLeave, autoFocus } = props;
  const texts = useFieldsTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const { applications } = useFormSession();
  const beside = useBeside(pointer);
  const [filled, setFilled] = useState<readonly string[]>([]);
  const text = typeof value === 'string' ? value : '';
  const offered = offeredFor(field, applications);
  const fits = fittingTo(text, offered);
  const chosen = offered.find(({ number }) => keyOf(number) === keyOf(text));

  /** What stands in one line: when it was submitted, and where it is. */
  const about = ({ submittedAt, statusLabel }: ReferableApplication): string =>
    `${texts.application.submitted(dateText(submittedAt, language))}・${statusLabel}`;
  const take = (one: ReferableApplication): void => {
    onChange(one.number);
    const values = proposed(one, hints.fills, beside.field);
    const left = beside.propose(values);
    const titles = [...values.keys()]
      .filter((name) => !left.includes(name))
      .flatMap((name) => beside.field(name)?.title ?? []);
    setFilled(titles);
    announce([`${one.subject}、${about(one)}`, ...filledWords(titles)].join('。'));
  };
  const filledWords = (titles: readonly string[]): readonly string[] =>
    titles.length === 0
      ? []
      : [
          texts.application.filled(
            titles
              .map((title) => (language === 'ja' ? `「${title}」` : `“${title}”`))
              .join(language === 'ja' ? '' : ', '),
          ),
        ];
  return (
    <>
      <Combobox
        control={control}
        value={text}
        autoFocus={autoFocus}
        suggestions={fits.slice(0, MOST).map((one) => ({
          key: one.number,
          label: one.subject,
          note: `${about(one)}・${one.number}`,
        }))}
        status={
          offered.length === 0
            ? null
            : fits.length === 0
              ? texts.application.none
              : fits.length > MOST
                ? texts.combobox.more
                : texts.application.found(fits.length)
        }
        onType={(typed) => {
          setFilled([]);
          const named = offered.find(({ number }) => keyOf(number) === keyOf(typed));
          if (named && typed !== '') take(named);
          else onChange(typed === '' ? undefined : typed);
        }}
        onPick={(number) => {
          const one = offered.find((each) => each.number === number);
          if (one) take(one);
        }}
        onLeave={onLeave}
      />
      {chosen && (
        <div className="tz-chosen-application">
          <p className="tz-chosen-application__subject">{chosen.subject}</p>
          <p className="tz-quiet">
            {chosen.procedureTitle}
            <br />
            {about(chosen)}
          </p>
        </div>
      )}
      {!chosen && text !== '' && offered.length > 0 && field.application?.elsewhere === true && (
        <p className="tz-quiet">{texts.application.typed}</p>
      )}
      {filledWords(filled).map((line) => (
        <p key={line} className="tz-quiet">
          {line}
        </p>
      ))}
    </>
  );
}

/** What the chosen application says of the questions beside, as far as they can take it. */
function proposed(
  { facts }: ReferableApplication,
  fills: Readonly<Record<string, string>>,
  fieldOf: (name: string) => Field | null,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [fact, name] of Object.entries(fills)) {
    const value = facts[fact];
    const field = fieldOf(name);
    const fits =
      typeof value === 'string' &&
      (!field?.options || field.options.some((option) => option.value === value));
    if (fits) values.set(name, value);
  }
  return values;
}
