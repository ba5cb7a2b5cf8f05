import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { usePaused } from '../workspace/use-paused.js';
import type { PlaceholderWords } from './placeholder-words.js';

/** What is done with a box from elsewhere. */
export interface WordsHandle {
  /** Puts a placeholder in where the caret is or was last, and goes on there. */
  readonly put: (name: string) => void;
}

interface WordsBoxProps {
  readonly ref?: Ref<WordsHandle> | undefined;
  readonly id?: string;
  readonly label?: string;
  /** As it stands in the file. */
  readonly source: string;
  readonly words: PlaceholderWords;
  /** Of what says what is wrong; left out: nothing is. */
  readonly errorId?: string | undefined;
  /** Left out: a stop of Tab like any other. */
  readonly tabIndex?: number;
  readonly isLine?: boolean;
  readonly onChange: (source: string) => void;
  /** Several lines were pasted: what the box shall hold now, line by line. */
  readonly onLines?: (sources: readonly string[]) => void;
}

/**
 * A line in a plain box, so that every keyboard, every input method and every screen reader can write it. What is put in
 * stands in 〔 〕 by the words of the form, and goes as one. Behind the box lies the same text once more: it gives the box
 * its height and the placeholders their colour.
 */
export function WordsBox(props: WordsBoxProps): ReactNode {
  const { ref, id, label, source, words, errorId, tabIndex, isLine = false, onChange, onLines } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const {
    text: shown,
    type,
    flush,
  } = usePaused(words.toWords(source), (text) => onChange(words.toSource(text)));
  const change = (text: string, at: number): void => {
    type(text);
    flush();
    caret.current = at;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  };
  useImperativeHandle(ref, () => ({
    put(name) {
      const place = Math.min(caret.current ?? shown.length, shown.length);
      // Nothing is put into what was put in.
      const from = words.tokenAt(shown, place)?.to ?? place;
      const token = words.tokenOf(name);
      change(shown.slice(0, from) + token + shown.slice(from), from + token.length);
    },
  }));
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    // A line is one line: the next is another row.
    if (event.key === 'Enter') event.preventDefault();
    if (selectionStart !== selectionEnd) return;
    const place =
      event.key === 'Backspace' ? selectionStart : event.key === 'Delete' ? selectionStart + 1 : 0;
    const token = place === 0 ? null : words.tokenAt(shown, place);
    if (!token) return;
    event.preventDefault();
    change(shown.slice(0, token.from) + shown.slice(token.to), token.from);
  }
  return (
    <div className={isLine ? 'words words--line' : 'words'}>
      <div className="words__behind" aria-hidden>
        {words
          .pieces(shown)
          .map(({ text, isPlaceholder }, index) => (isPlaceholder ? <mark key={index}>{text}</mark> : text))}
        {/* A line of nothing is as high as a line. */}
        {'\u200b'}
      </div>
      <textarea
        ref={area}
        id={id}
        className="tz-textarea words__box"
        aria-label={label}
        aria-invalid={errorId !== undefined || undefined}
        aria-describedby={errorId}
        tabIndex={tabIndex}
        data-line={isLine || undefined}
        rows={1}
        value={shown}
        onSelect={({ currentTarget }) => {
          caret.current = currentTarget.selectionStart;
        }}
        onKeyDown={onKeyDown}
        onBlur={flush}
        onChange={({ target }) => {
          const lines = target.value.split('\n');
          if (lines.length > 1 && onLines) onLines(lines.map((line) => words.toSource(line)));
          else type(lines.join(''));
        }}
      />
    </div>
  );
}
