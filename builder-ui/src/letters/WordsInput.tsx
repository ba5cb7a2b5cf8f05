import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Select } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { usePaused } from '../workspace/use-paused.js';
import { useLettersTexts } from '../texts/letters.js';
import type { Placeholder, PlaceholderWords } from './placeholder-words.js';

interface WordsInputProps {
  readonly label: string;
  /** Left out: it is said and not shown. */
  readonly showsLabel?: boolean;
  readonly insertLabel: string;
  /** As it stands in the file. */
  readonly source: string;
  readonly words: PlaceholderWords;
  readonly placeholders: readonly Placeholder[];
  readonly errors: readonly string[];
  readonly onChange: (source: string) => void;
}

/**
 * A line in a plain box, so that every keyboard, every input method and every screen reader can write it. What is put in
 * stands in 〔 〕 by the words of the form, is chosen beside the box, and goes as one.
 */
export function WordsInput(props: WordsInputProps): ReactNode {
  const { label, showsLabel = false, insertLabel, source, words, placeholders, errors, onChange } = props;
  const texts = useLettersTexts();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const {
    text: shown,
    type,
    flush,
  } = usePaused(words.toWords(source), (text) => onChange(words.toSource(text)));
  const [caret, setCaret] = useState<number | null>(null);
  // Chosen and put in by two steps: with the arrow keys a list is walked through before anything is meant.
  const [chosen, setChosen] = useState('');
  const areaOf = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null;
  function put(): void {
    const area = areaOf();
    if (!area || chosen === '') return;
    const from = caret ?? shown.length;
    const token = words.tokenOf(chosen);
    setChosen('');
    type(shown.slice(0, from) + token + shown.slice(from));
    flush();
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(from + token.length, from + token.length);
    });
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    // A line is one line: the next is another row.
    if (event.key === 'Enter') event.preventDefault();
    if (selectionStart !== selectionEnd) return;
    const place =
      event.key === 'Backspace' ? selectionStart : event.key === 'Delete' ? selectionStart + 1 : null;
    const token = place === null ? null : words.tokenAt(shown, place);
    if (!token) return;
    event.preventDefault();
    type(shown.slice(0, token.from) + shown.slice(token.to));
    flush();
    const area = event.currentTarget;
    requestAnimationFrame(() => area.setSelectionRange(token.from, token.from));
  }
  return (
    <div ref={box} className="words">
      <div>
        {showsLabel && (
          <label className="tz-field__label" htmlFor={id}>
            {label}
          </label>
        )}
        <textarea
          id={id}
          className="tz-textarea words__box"
          aria-label={showsLabel ? undefined : label}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
          rows={Math.max(1, Math.ceil(shown.length / 44))}
          value={shown}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={flush}
          onChange={({ target }) => type(target.value.replaceAll('\n', ''))}
        />
        {errors.length > 0 && (
          <p id={`${id}-error`} className="tz-field__error">
            {errors.join(' ')}
          </p>
        )}
      </div>
      <ForWriters>
        <div className="words__insert">
          <Select
            aria-label={insertLabel}
            value={chosen}
            empty={texts.choose}
            choices={placeholders.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={({ target }) => setChosen(target.value)}
          />
          <Button
            size="small"
            aria-label={texts.insertHere(insertLabel)}
            blocked={chosen === ''}
            onClick={put}
          >
            {texts.insertIt}
          </Button>
        </div>
      </ForWriters>
    </div>
  );
}
