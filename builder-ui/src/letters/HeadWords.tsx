import { useId, useRef, type ReactNode } from 'react';
import { ForWriters } from '../draft/Writing.js';
import { useLettersTexts } from '../texts/letters.js';
import { InsertWords } from './InsertWords.js';
import type { Placeholder, PlaceholderWords } from './placeholder-words.js';
import { WordsBox, type WordsHandle } from './WordsBox.js';

interface HeadWordsProps {
  readonly label: string;
  readonly source: string;
  readonly words: PlaceholderWords;
  readonly placeholders: readonly Placeholder[];
  readonly errors: readonly string[];
  readonly onChange: (source: string) => void;
}

/** The subject of a mail, or the name of a notice: one line with placeholders of its own. */
export function HeadWords({
  label,
  source,
  words,
  placeholders,
  errors,
  onChange,
}: HeadWordsProps): ReactNode {
  const texts = useLettersTexts();
  const id = useId();
  const box = useRef<WordsHandle>(null);
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <div className="letter__title">
      <div>
        <label className="tz-field__label" htmlFor={id}>
          {label}
        </label>
        <WordsBox ref={box} id={id} source={source} words={words} errorId={errorId} onChange={onChange} />
        {errorId && (
          <p id={errorId} className="tz-field__error">
            {errors.join(' ')}
          </p>
        )}
      </div>
      <ForWriters>
        <InsertWords
          label={texts.insert}
          placeholders={placeholders}
          onPut={(name) => box.current?.put(name)}
        />
      </ForWriters>
    </div>
  );
}
