import { useState, type ReactNode } from 'react';
import { Button, ChoiceBox, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import type { ChooseOneProps } from './ChooseOne.js';

/** So many can be seen at once as boxes. */
const MOST_BOXES = 10;

/** Several of those there are. */
export function ChosenNames({
  label,
  support,
  required,
  choices,
  chosen,
  onChange,
}: Pick<ChooseOneProps, 'label' | 'support' | 'required' | 'choices'> & {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  // With the arrow keys a list is walked through before anything is meant.
  const [next, setNext] = useState('');
  const labelOf = (name: string): string =>
    choices.find(({ value }) => value === name)?.label ?? texts.unknownName(name);
  const all = [
    ...choices,
    ...chosen
      .filter((name) => !choices.some(({ value }) => value === name))
      .map((value) => ({ value, label: labelOf(value) })),
  ];
  if (all.length <= MOST_BOXES)
    return (
      <Field group label={label} support={support} required={required}>
        {() =>
          all.map(({ value, label: own }) => (
            <ChoiceBox
              key={value}
              kind="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            >
              {own}
            </ChoiceBox>
          ))
        }
      </Field>
    );
  return (
    <Field label={label} support={support} required={required}>
      {(control) => (
        <>
          <ul className="flow-chosen">
            {chosen.map((name) => (
              <li key={name}>
                {labelOf(name)}
                <Button
                  size="small"
                  look="text"
                  aria-label={texts.removeOf(labelOf(name))}
                  onClick={() => onChange(chosen.filter((one) => one !== name))}
                >
                  {texts.remove}
                </Button>
              </li>
            ))}
          </ul>
          <div className="flow-add-named">
            <Select
              {...control}
              value={next}
              empty={texts.choose}
              choices={choices.filter(({ value }) => !chosen.includes(value))}
              onChange={({ target }) => setNext(target.value)}
            />
            <Button
              size="small"
              blocked={next === ''}
              aria-label={texts.addOne(label)}
              onClick={() => {
                setNext('');
                onChange([...chosen, next]);
              }}
            >
              {texts.add}
            </Button>
          </div>
        </>
      )}
    </Field>
  );
}
