import type { ReactNode } from 'react';
import type { ControlAttributes } from './Field.js';
import { Icon } from './Icon.js';
import { TextInput } from './Inputs.js';

interface SearchInputProps {
  readonly control: ControlAttributes;
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** A box for words to look for, with its glass. */
export function SearchInput({ control, words, onWords }: SearchInputProps): ReactNode {
  return (
    <div className="tz-search">
      <Icon name="search" />
      <TextInput
        {...control}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
    </div>
  );
}
