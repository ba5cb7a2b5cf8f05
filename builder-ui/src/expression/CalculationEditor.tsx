import { useState, type ReactNode } from 'react';
import type { Calculation, CalculationRounding, CalculationSign, CalculationValue } from '#engine';
import { Button, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useExpressionTexts } from '../texts/expression.js';
import { usePaused } from '../workspace/use-paused.js';
import type { Fact } from './facts-in-scope.js';

interface CalculationEditorProps {
  readonly calculation: Calculation;
  readonly facts: readonly Fact[];
  readonly onChange: (calculation: Calculation) => void;
}

const FAMILIES: readonly (readonly CalculationSign[])[] = [
  ['+', '-'],
  ['*', '/'],
];
const WAYS = ['round down', 'round up', 'round half up'] as const;
const MOST_PLACES = 4;

/** Numbers, sums and counts, added or multiplied; rounded; kept within bounds. */
export function CalculationEditor({ calculation, facts, onChange }: CalculationEditorProps): ReactNode {
  const texts = useExpressionTexts();
  const { terms, rounding } = calculation;
  const offered = valuesIn(facts, texts.calculated);
  const set = (change: Partial<Calculation>): void => onChange({ ...calculation, ...change });
  const setTerm = (index: number, change: Partial<Calculation['terms'][number]>): void => {
    const next = terms.map((term, at) => (at === index ? { ...term, ...change } : term));
    const family = FAMILIES.find((signs) => signs.includes(next[1]?.sign ?? '+')) ?? [];
    set({ terms: next.map((term, at) => (at === 0 ? { ...term, sign: family[0] ?? '+' } : term)) });
  };
  // Adding and multiplying at once would ask which comes first.
  const signs =
    terms.length > 2 ? (FAMILIES.find((one) => one.includes(terms[1]?.sign ?? '+')) ?? []) : FAMILIES.flat();
  const begin: CalculationValue = offered[0]?.value ?? { kind: 'number', value: '0' };
  return (
    <div className="builder-rows">
      {terms.length === 0 && <p className="builder-small tz-quiet">{texts.noCalculation}</p>}
      {terms.map(({ sign, value }, index) => (
        <div key={index} className="builder-row" role="group" aria-label={texts.term(index + 1)}>
          <div className="builder-row__cells">
            {index > 0 && (
              <label>
                <span>{texts.sign}</span>
                <Select
                  aria-label={`${texts.term(index + 1)} ${texts.sign}`}
                  value={sign}
                  choices={signs.map((one) => ({ value: one, label: texts.signs[one] }))}
                  onChange={({ target }) => setTerm(index, { sign: target.value as CalculationSign })}
                />
              </label>
            )}
            <ValueSelect
              label={texts.calculatedWith}
              name={`${texts.term(index + 1)} ${texts.calculatedWith}`}
              value={value}
              offered={offered}
              onChange={(next) => next && setTerm(index, { value: next })}
            />
          </div>
          {terms.length > 1 && (
            <div className="builder-row__foot">
              <Button
                size="small"
                look="text"
                onClick={() => {
                  const left = terms.filter((_, at) => at !== index);
                  const family = FAMILIES.find((one) => one.includes(left[1]?.sign ?? '+')) ?? [];
                  set({
                    terms: left.map((term, at) => (at === 0 ? { ...term, sign: family[0] ?? '+' } : term)),
                  });
                }}
              >
                {texts.removeRow(texts.term(index + 1))}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div className="builder-row__foot">
        <Button
          size="small"
          onClick={() =>
            set({
              terms: [...terms, { sign: terms.length === 0 ? '+' : (terms[1]?.sign ?? '+'), value: begin }],
            })
          }
        >
          {texts.addTerm}
        </Button>
      </div>
      {terms.length > 2 && <p className="builder-small tz-quiet">{texts.oneKindOfSign}</p>}
      {terms.length > 0 && (
        <div className="builder-row__cells">
          <label>
            <span>{texts.rounding}</span>
            <Select
              aria-label={texts.rounding}
              value={rounding?.way ?? ''}
              empty={texts.noRounding}
              choices={WAYS.map((way) => ({ value: way, label: texts.roundings[way] }))}
              onChange={({ target }) =>
                set({
                  rounding:
                    target.value === ''
                      ? null
                      : {
                          way: target.value as CalculationRounding['way'],
                          places: rounding?.places ?? 0,
                        },
                })
              }
            />
          </label>
          {rounding && (
            <label>
              <span>{texts.roundTo}</span>
              <Select
                aria-label={texts.roundTo}
                value={String(rounding.places)}
                choices={Array.from({ length: MOST_PLACES + 1 }, (_, places) => ({
                  value: String(places),
                  label: texts.places(10 ** places),
                }))}
                onChange={({ target }) => set({ rounding: { ...rounding, places: Number(target.value) } })}
              />
            </label>
          )}
          {(['atMost', 'atLeast'] as const).map((bound) => (
            <ValueSelect
              key={bound}
              label={texts[bound]}
              name={texts[bound]}
              value={calculation[bound]}
              offered={offered}
              onChange={(value) => set({ [bound]: value })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface Offered {
  readonly value: CalculationValue;
  readonly title: string;
}

interface CalculatedTexts {
  readonly sum: (title: string) => string;
  readonly largest: (title: string) => string;
  readonly smallest: (title: string) => string;
  readonly count: (title: string) => string;
}

/** Every number there is, every column of numbers summed up, and how many rows each repeat has. */
function valuesIn(facts: readonly Fact[], words: CalculatedTexts): readonly Offered[] {
  return facts.flatMap(({ name, title, type, columns }): readonly Offered[] => {
    if (type.kind === 'number') return [{ value: { kind: 'fact', fact: name }, title }];
    if (!columns) return [];
    const numbers = columns.filter((column) => column.type.kind === 'number');
    return [
      ...(['sum', 'largest', 'smallest'] as const).flatMap((kind) =>
        numbers.map((column) => ({
          value: { kind, list: name, column: column.name },
          title: words[kind](column.title),
        })),
      ),
      { value: { kind: 'count' as const, list: name }, title: words.count(title) },
    ];
  });
}

function keyOf(value: CalculationValue | null): string {
  if (!value) return '';
  if (value.kind === 'number') return 'number';
  return value.kind === 'fact' ? `fact ${value.fact}` : Object.values(value).join(' ');
}

interface ValueSelectProps {
  readonly label: string;
  readonly name: string;
  readonly value: CalculationValue | null;
  readonly offered: readonly Offered[];
  readonly onChange: (value: CalculationValue | null) => void;
}

function ValueSelect({ label, name, value, offered, onChange }: ValueSelectProps): ReactNode {
  const texts = useExpressionTexts();
  const key = keyOf(value);
  const isKnown =
    value === null || value.kind === 'number' || offered.some((one) => keyOf(one.value) === key);
  const isBound = label === texts.atMost || label === texts.atLeast;
  return (
    <>
      <label>
        <span>{label}</span>
        <Select
          aria-label={name}
          value={key}
          {...(isBound ? { empty: texts.noBound } : {})}
          choices={[
            ...(isKnown ? [] : [{ value: key, label: texts.unknownFact(key.split(' ').slice(1).join('.')) }]),
            ...offered.map((one) => ({ value: keyOf(one.value), label: one.title })),
            { value: 'number', label: texts.fixedNumber },
          ]}
          onChange={({ target }) => {
            if (target.value === '') onChange(null);
            else if (target.value === 'number') onChange({ kind: 'number', value: '0' });
            else {
              const chosen = offered.find((one) => keyOf(one.value) === target.value);
              if (chosen) onChange(chosen.value);
            }
          }}
        />
      </label>
      {value?.kind === 'number' && (
        <NumberBox
          label={texts.fixedNumber}
          name={`${name} ${texts.fixedNumber}`}
          text={value.value}
          onNumber={(next) => onChange({ kind: 'number', value: next })}
        />
      )}
    </>
  );
}

interface NumberBoxProps {
  readonly label: string;
  readonly name: string;
  readonly text: string;
  readonly onNumber: (text: string) => void;
}

/** Half a number stays in the box. */
function NumberBox({ label, name, text, onNumber }: NumberBoxProps): ReactNode {
  const texts = useExpressionTexts();
  const [wrong, setWrong] = useState(false);
  const box = usePaused(text, (typed) => {
    const plain = typed.normalize('NFKC').replaceAll(',', '').trim();
    const isNumber = /^\d+(?:\.\d+)?$/.test(plain);
    setWrong(!isNumber);
    if (isNumber) onNumber(plain);
  });
  return (
    <label>
      <span>{label}</span>
      <TextInput
        aria-label={name}
        aria-invalid={wrong || undefined}
        inputMode="decimal"
        value={box.text}
        onChange={({ target }) => box.type(target.value)}
        onBlur={box.flush}
      />
      {wrong && <span className="tz-field__error">{texts.notANumber}</span>}
    </label>
  );
}
