import type { ReactNode } from 'react';
import type { AuthoredField, Operation } from '#engine';
import { Button, TextInput } from '../../../../renderer-ui/src/ui/index.js';
import { useFormEditorTexts } from '../../texts/form-editor.js';
import { usePaused } from '../../workspace/use-paused.js';
import { freeName } from '../commands.js';

interface Option {
  readonly value: string | number;
  readonly title: string;
}

interface OptionsEditorProps {
  readonly field: AuthoredField;
  readonly onDo: (operation: Operation, joins?: string) => void;
}

/** Choices written out (`oneOf`), of the question itself or of its entries; null where there are none. */
export function optionsOf({ schema }: AuthoredField): readonly Option[] | null {
  const items = schema['items'];
  const inItems = typeof items === 'object' && items !== null && 'oneOf' in items ? items.oneOf : undefined;
  const written = schema['oneOf'] ?? inItems;
  if (!Array.isArray(written)) return null;
  return written.flatMap((option: unknown) => {
    if (typeof option !== 'object' || option === null || !('const' in option)) return [];
    const { const: value, title } = option as { readonly const: unknown; readonly title?: unknown };
    return typeof value === 'string' || typeof value === 'number'
      ? [{ value, title: String(title ?? value) }]
      : [];
  });
}

export function OptionsEditor({ field, onDo }: OptionsEditorProps): ReactNode {
  const texts = useFormEditorTexts();
  const options = optionsOf(field);
  if (!options) return null;
  const { path } = field;
  const add = (): void => {
    const areNumbers = options.every(({ value }) => typeof value === 'number');
    const value =
      areNumbers && options.length > 0
        ? Math.max(...options.map((option) => Number(option.value))) + 1
        : freeName('option', new Set(options.map((option) => String(option.value))));
    onDo({ kind: 'add-option', path, value, title: texts.newOption });
  };
  return (
    <fieldset className="tz-field">
      <legend className="tz-field__label">{texts.options}</legend>
      <ol className="builder-options">
        {options.map((option, index) => (
          <li key={index} className="builder-options__one">
            <OptionBox
              label={texts.optionTitle(index + 1)}
              text={option.title}
              onText={(title) =>
                onDo({ kind: 'set-option', path, index, value: option.value, title }, `title ${index}`)
              }
            />
            <OptionBox
              label={texts.optionValue(index + 1)}
              text={String(option.value)}
              onText={(text) => {
                const value = typeof option.value === 'number' ? Number(text) : text;
                if (text !== '' && !Number.isNaN(value))
                  onDo({ kind: 'set-option', path, index, value, title: option.title }, `value ${index}`);
              }}
            />
            <div className="builder-options__do">
              <Button
                size="small"
                look="text"
                blocked={index === 0}
                aria-label={texts.optionUp(index + 1)}
                onClick={() => onDo({ kind: 'move-option', path, index, to: index - 1 })}
              >
                {texts.up}
              </Button>
              <Button
                size="small"
                look="text"
                blocked={index === options.length - 1}
                aria-label={texts.optionDown(index + 1)}
                onClick={() => onDo({ kind: 'move-option', path, index, to: index + 1 })}
              >
                {texts.down}
              </Button>
              <Button
                size="small"
                look="text"
                aria-label={texts.removeOption(index + 1)}
                onClick={() => onDo({ kind: 'remove-option', path, index })}
              >
                {texts.remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={add}>
        {texts.addOption}
      </Button>
    </fieldset>
  );
}

interface OptionBoxProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function OptionBox({ label, text, onText }: OptionBoxProps): ReactNode {
  const box = usePaused(text, onText);
  return (
    <TextInput
      aria-label={label}
      value={box.text}
      onChange={(event) => box.type(event.target.value)}
      onBlur={box.flush}
    />
  );
}
