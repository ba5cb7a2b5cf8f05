import type { ReactNode } from 'react';
import type { ConditionRow, RowValue } from '#engine';
import { Button, ChoiceBox, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useExpressionTexts } from '../texts/expression.js';
import { usePaused } from '../workspace/use-paused.js';
import type { Fact } from './facts-in-scope.js';
import {
  compared,
  type Comparison,
  comparisonOf,
  comparisonsOf,
  firstValue,
  namedComparisons,
  rowAbout,
  valueFrom,
  valuesOf,
} from './row-of.js';

interface OneRowProps {
  /** 「2行目」: part of the name of each of its controls. */
  readonly place: string;
  readonly row: ConditionRow;
  readonly facts: readonly Fact[];
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: () => void;
}

export function OneRow({ place, row, facts, onChange, onRemove }: OneRowProps): ReactNode {
  const texts = useExpressionTexts();
  const fact = facts.find(({ name }) => name === row.fact);
  const now = comparisonOf(row);
  const offered = comparisonsOf(fact);
  const comparisons = offered.includes(now) ? offered : [now, ...offered];
  const named = namedComparisons(fact, texts);
  return (
    <div className="builder-row" role="group" aria-label={place}>
      <div className="builder-row__cells">
        <label>
          <span>{texts.fact}</span>
          <Select
            aria-label={`${place} ${texts.fact}`}
            value={row.fact}
            choices={[
              ...(fact ? [] : [{ value: row.fact, label: texts.unknownFact(row.fact) }]),
              ...facts.map(({ name, title }) => ({
                value: name,
                label: name === 'today' ? texts.today : title,
              })),
            ]}
            onChange={(event) => {
              const chosen = facts.find(({ name }) => name === event.target.value);
              if (chosen) onChange(rowAbout(chosen));
            }}
          />
        </label>
        <label>
          <span>{texts.compare}</span>
          <Select
            aria-label={`${place} ${texts.compare}`}
            value={now}
            choices={comparisons.map((comparison) => ({ value: comparison, label: named[comparison] }))}
            onChange={(event) => onChange(compared(row, event.target.value as Comparison, fact))}
          />
        </label>
        <Values place={place} row={row} fact={fact} facts={facts} onChange={onChange} />
      </div>
      <div className="builder-row__foot">
        <Button size="small" look="text" onClick={onRemove}>
          {texts.removeRow(place)}
        </Button>
      </div>
    </div>
  );
}

interface ValuesProps {
  readonly place: string;
  readonly row: ConditionRow;
  readonly fact: Fact | undefined;
  readonly facts: readonly Fact[];
  readonly onChange: (row: ConditionRow) => void;
}

function Values({ place, row, fact, facts, onChange }: ValuesProps): ReactNode {
  const texts = useExpressionTexts();
  if (row.kind === 'answered') return null;
  if (row.kind === 'one-of') {
    const chosen = row.values.map(({ value }) => String(value));
    const options = fact?.options ?? [];
    if (options.length === 0)
      return (
        <TypedValue
          place={place}
          label={texts.value}
          text={chosen.join('、')}
          onType={(text) => {
            const values = text.split(/[、,，]/).flatMap((one) => valueFrom(one.trim(), fact) ?? []);
            if (values.length > 0) onChange({ ...row, values });
          }}
        />
      );
    return (
      <fieldset className="builder-row__choices">
        <legend className="builder-small">{texts.value}</legend>
        {options.map(({ value, title }) => (
          <ChoiceBox
            key={value}
            kind="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const next = options.filter((one) =>
                one.value === value ? event.target.checked : chosen.includes(one.value),
              );
              const values = next.flatMap((one) => valueFrom(one.value, fact) ?? []);
              // None of none is no condition: the last choice stays.
              if (values.length > 0) onChange({ ...row, values });
            }}
          >
            {title}
          </ChoiceBox>
        ))}
      </fieldset>
    );
  }
  const [value = firstValue(fact)] = valuesOf(row);
  const set = (next: RowValue): void => onChange({ ...row, value: next });
  const kind = fact?.type.kind;
  const others = facts.filter(({ name, type }) => name !== row.fact && type.kind === kind);
  const mayBeFact = row.kind === 'compare' && kind !== 'boolean' && others.length > 0;
  return (
    <>
      {mayBeFact && (
        <label>
          <span>{texts.valueKind}</span>
          <Select
            aria-label={`${place} ${texts.valueKind}`}
            value={value.kind === 'fact' ? 'fact' : 'constant'}
            choices={[
              { value: 'constant', label: texts.constant },
              { value: 'fact', label: texts.otherFact },
            ]}
            onChange={(event) => {
              if (event.target.value === 'fact') set({ kind: 'fact', value: others[0]?.name ?? 'today' });
              else set(constantFor(fact));
            }}
          />
        </label>
      )}
      {value.kind === 'fact' ? (
        <label>
          <span>{texts.value}</span>
          <Select
            aria-label={`${place} ${texts.value}`}
            value={value.value}
            choices={[
              ...(others.some(({ name }) => name === value.value)
                ? []
                : [{ value: value.value, label: texts.unknownFact(value.value) }]),
              ...others.map(({ name, title }) => ({
                value: name,
                label: name === 'today' ? texts.today : title,
              })),
            ]}
            onChange={(event) => set({ kind: 'fact', value: event.target.value })}
          />
        </label>
      ) : (
        <Constant place={place} value={value} fact={fact} onChange={set} />
      )}
    </>
  );
}

/** A day that is written is this year's first until its author says which. */
function constantFor(fact: Fact | undefined): RowValue {
  if (fact?.type.kind === 'date') return { kind: 'date', value: `${new Date().getFullYear()}-01-01` };
  return firstValue(fact);
}

interface ConstantProps {
  readonly place: string;
  readonly value: RowValue;
  readonly fact: Fact | undefined;
  readonly onChange: (value: RowValue) => void;
}

function Constant({ place, value, fact, onChange }: ConstantProps): ReactNode {
  const texts = useExpressionTexts();
  const options =
    value.kind === 'yes-no'
      ? [
          { value: 'true', title: texts.yes },
          { value: 'false', title: texts.no },
        ]
      : (fact?.options ?? []);
  const text = String(value.value);
  if (options.length === 0)
    return (
      <TypedValue
        place={place}
        label={texts.value}
        text={text}
        isDate={fact?.type.kind === 'date'}
        onType={(typed) => {
          const next = valueFrom(typed, fact);
          if (next) onChange(next);
        }}
      />
    );
  return (
    <label>
      <span>{texts.value}</span>
      <Select
        aria-label={`${place} ${texts.value}`}
        value={text}
        choices={[
          ...(options.some((one) => one.value === text)
            ? []
            : [{ value: text, label: texts.unknownFact(text) }]),
          ...options.map((one) => ({ value: one.value, label: one.title })),
        ]}
        onChange={(event) => {
          const next = valueFrom(event.target.value, value.kind === 'yes-no' ? YES_NO : fact);
          if (next) onChange(next);
        }}
      />
    </label>
  );
}

const YES_NO: Fact = { name: '', title: '', type: { kind: 'boolean' }, options: [] };

interface TypedValueProps {
  readonly place: string;
  readonly label: string;
  readonly text: string;
  readonly isDate?: boolean;
  readonly onType: (text: string) => void;
}

/** Half a number is kept in the box until it is one. */
function TypedValue({ place, label, text, isDate = false, onType }: TypedValueProps): ReactNode {
  const { text: typed, type, flush } = usePaused(text, onType);
  return (
    <label>
      <span>{label}</span>
      <TextInput
        aria-label={`${place} ${label}`}
        type={isDate ? 'date' : 'text'}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
      />
    </label>
  );
}
