import { useState, type ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { Combobox } from '../../../ui/index.js';
import type { Option } from '../../engine.js';
import type { FieldInputProps } from '../field-type.js';

const MOST = 30;

/** A choice among many, found by typing. Text that is no choice stays in the box, and the engine says so. */
export function SearchInput({ field, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const texts = useFieldsTexts();
  const options: readonly Option[] = field.options ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = options.find((option) => option.value === value);
  const text = typed ?? chosen?.title ?? (value === undefined ? '' : String(value));
  const key = typed === null ? '' : keyOf(typed);
  const fits = options.filter((option) => keyOf(option.title).includes(key));
  const status =
    fits.length === 0
      ? texts.combobox.none
      : fits.length > MOST
        ? texts.combobox.more
        : texts.combobox.found(fits.length);
  return (
    <Combobox
      control={control}
      value={text}
      suggestions={fits.slice(0, MOST).map((option) => ({ key: String(option.value), label: option.title }))}
      status={status}
      onType={(now) => {
        setTyped(now);
        const named = options.find((option) => keyOf(option.title) === keyOf(now));
        onChange(named ? named.value : now === '' ? undefined : now);
      }}
      onPick={(picked) => {
        setTyped(null);
        onChange(options.find((option) => String(option.value) === picked)?.value);
      }}
      onLeave={() => {
        setTyped(null);
        onLeave();
      }}
    />
  );
}

/** Widths, case and spaces make no difference to what is looked for. */
function keyOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

export function SearchSupport(): ReactNode {
  return useFieldsTexts().search.support;
}
