import { useState, type ReactNode } from 'react';
import { Button, Select } from '../../../renderer-ui/src/ui/index.js';
import { useLettersTexts } from '../texts/letters.js';
import type { Placeholder } from './placeholder-words.js';

interface InsertWordsProps {
  readonly label: string;
  readonly placeholders: readonly Placeholder[];
  readonly onPut: (name: string) => void;
}

/** Chosen and put in by two steps: with the arrow keys a list is walked through before anything is meant. */
export function InsertWords({ label, placeholders, onPut }: InsertWordsProps): ReactNode {
  const texts = useLettersTexts();
  const [chosen, setChosen] = useState('');
  return (
    <div className="words-insert">
      <Select
        aria-label={label}
        value={chosen}
        empty={texts.choose}
        choices={placeholders.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={({ target }) => setChosen(target.value)}
      />
      <Button
        size="small"
        aria-label={texts.insertHere(label)}
        blocked={chosen === ''}
        onClick={() => {
          onPut(chosen);
          setChosen('');
        }}
      >
        {texts.insertIt}
      </Button>
    </div>
  );
}
