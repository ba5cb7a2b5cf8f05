import { useId, type ReactNode, type Ref } from 'react';
import { Select } from '../../../renderer-ui/src/ui/index.js';
import { ConditionEditor } from '../expression/index.js';
import { useLettersTexts } from '../texts/letters.js';
import type { Placeholder, PlaceholderWords } from './placeholder-words.js';
import { readLine, writeLine } from './template-lines.js';
import { WordsBox, type WordsHandle } from './WordsBox.js';

interface LetterLineRowProps {
  readonly source: string;
  readonly number: number;
  readonly depth: number;
  readonly words: PlaceholderWords;
  /** What a repeat can stand for. */
  readonly lists: readonly Placeholder[];
  /** A condition in words; null for one that has none. */
  readonly conditionOf: (source: string) => string | null;
  readonly errors: readonly string[];
  /** The one that Tab leads to, of all lines. */
  readonly isStop: boolean;
  readonly box: Ref<WordsHandle> | undefined;
  /** Its condition or repeat can be changed. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEnter: () => void;
  readonly onChange: (source: string) => void;
  readonly onLines: (sources: readonly string[]) => void;
}

const DOCUMENT = { of: 'document' } as const;

/** A new condition, before its author says which. */
const ALWAYS = 'true';
const isAlways = (condition: string): boolean => condition === '' || condition === ALWAYS;

/** One line as it will stand on the page, or what a condition or repeat does to the lines under it. */
export function LetterLineRow(props: LetterLineRowProps): ReactNode {
  const { source, number, depth, words, lists, conditionOf, errors, isStop, box } = props;
  const { isOpen, onOpen, onEnter, onChange, onLines } = props;
  const texts = useLettersTexts();
  const id = useId();
  const line = readLine(source);
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  const tabIndex = isStop ? 0 : -1;
  const opener = (what: string, said: ReactNode): ReactNode => (
    <button
      type="button"
      data-line
      className="letter-line__opener"
      tabIndex={tabIndex}
      aria-label={texts.of(what, number)}
      aria-describedby={`${id}-said`}
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      <span className="letter-line__what">{what}</span>
      <span id={`${id}-said`}>{said}</span>
    </button>
  );
  const rest = (what: string): ReactNode => (
    <span
      data-line
      role="note"
      className="letter-line__what"
      tabIndex={tabIndex}
      aria-label={texts.of(what, number)}
    >
      {what}
    </span>
  );
  const editor = (): ReactNode => {
    switch (line.kind) {
      case 'text':
      case 'row':
        return (
          <WordsBox
            ref={box}
            isLine
            label={texts.line(number)}
            source={line.text}
            words={words}
            errorId={errorId}
            tabIndex={tabIndex}
            onChange={(text) => onChange(writeLine({ ...line, text }))}
            onLines={([first = '', ...others]) => onLines([writeLine({ ...line, text: first }), ...others])}
          />
        );
      case 'if':
        return (
          <>
            {opener(
              texts.condition,
              isAlways(line.condition)
                ? texts.noCondition
                : (conditionOf(line.condition) ?? <code>{line.condition}</code>),
            )}
            {isOpen && (
              <ConditionEditor
                label={texts.of(texts.condition, number)}
                value={isAlways(line.condition) ? null : line.condition}
                at={DOCUMENT}
                onChange={(condition) => onChange(writeLine({ kind: 'if', condition: condition ?? ALWAYS }))}
              />
            )}
          </>
        );
      case 'each': {
        const known = lists.find(({ name }) => name === line.list);
        return (
          <>
            {opener(texts.repeat(line.name), known?.title ?? <code>{line.list}</code>)}
            {isOpen && (
              <label className="letter__each">
                <span className="builder-small">{texts.list}</span>
                <Select
                  value={line.list}
                  choices={[
                    ...lists.map(({ name, title }) => ({ value: name, label: title })),
                    ...(known ? [] : [{ value: line.list, label: line.list }]),
                  ]}
                  onChange={({ target }) => onChange(writeLine({ ...line, list: target.value }))}
                />
              </label>
            )}
          </>
        );
      }
      case 'else':
        return rest(texts.otherwise);
      case 'end-if':
        return rest(texts.endIf);
      case 'end-each':
        return rest(texts.endEach);
    }
  };
  const style = line.kind === 'text' ? line.style : '';
  return (
    <li
      className={`letter-line letter-line--${line.kind}`}
      data-style={style === '' ? undefined : style}
      onFocus={onEnter}
    >
      <span className="letter-line__number" aria-hidden>
        {number}
      </span>
      <div className="letter-line__editor" style={{ marginInlineStart: `${depth * 1.25}rem` }}>
        {editor()}
        {errorId && (
          <p id={errorId} className="tz-field__error">
            {errors.join(' ')}
          </p>
        )}
      </div>
      {style !== '' && (
        <span className="letter-line__style" aria-hidden>
          {texts.styles[style]}
        </span>
      )}
    </li>
  );
}
