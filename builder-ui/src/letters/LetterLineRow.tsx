import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Select } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { ConditionEditor } from '../expression/index.js';
import { useLettersTexts } from '../texts/letters.js';
import type { Placeholder, PlaceholderWords } from './placeholder-words.js';
import { type LineStyleWord, readLine, STYLES, writeLine } from './template-lines.js';
import { WordsInput } from './WordsInput.js';

interface LetterLineRowProps {
  readonly source: string;
  readonly number: number;
  readonly depth: number;
  readonly words: PlaceholderWords;
  readonly placeholders: readonly Placeholder[];
  /** What a repeat can stand for. */
  readonly lists: readonly Placeholder[];
  readonly errors: readonly string[];
  /** A problem led here. */
  readonly focused: boolean;
  readonly onChange: (source: string) => void;
  readonly onMove: (way: 'up' | 'down') => void;
  readonly onRemove: () => void;
  readonly onAdd: () => void;
}

const DOCUMENT = { of: 'document' } as const;

/** One line, or the head of a condition or repeat. */
export function LetterLineRow(props: LetterLineRowProps): ReactNode {
  const {
    source,
    number,
    depth,
    words,
    placeholders,
    lists,
    errors,
    focused,
    onChange,
    onMove,
    onRemove,
    onAdd,
  } = props;
  const texts = useLettersTexts();
  const row = useRef<HTMLLIElement>(null);
  const line = readLine(source);
  const isEnd = line.kind === 'end-if' || line.kind === 'end-each' || line.kind === 'else';
  useEffect(() => {
    if (focused) row.current?.querySelector<HTMLElement>('textarea, input, select')?.focus();
  }, [focused]);
  const editor = (): ReactNode => {
    switch (line.kind) {
      case 'text':
      case 'row':
        return (
          <WordsInput
            label={texts.line(number)}
            insertLabel={texts.insertInto(number)}
            source={line.text}
            words={words}
            placeholders={placeholders}
            errors={errors}
            onChange={(text) => onChange(writeLine({ ...line, text }))}
          />
        );
      case 'if':
        return (
          <ConditionEditor
            label={texts.of(texts.condition, number)}
            value={line.condition === '' ? null : line.condition}
            at={DOCUMENT}
            onChange={(condition) => onChange(writeLine({ kind: 'if', condition: condition ?? '' }))}
          />
        );
      case 'each':
        return (
          <label className="letter__each">
            {texts.of(texts.repeat(line.name), number)}
            <span className="builder-small">{texts.list}</span>
            <Select
              value={line.list}
              choices={[
                ...lists.map(({ name, title }) => ({ value: name, label: title })),
                ...(lists.some(({ name }) => name === line.list)
                  ? []
                  : [{ value: line.list, label: line.list }]),
              ]}
              onChange={({ target }) => onChange(writeLine({ ...line, list: target.value }))}
            />
          </label>
        );
      case 'else':
        return <strong>{texts.otherwise}</strong>;
      case 'end-if':
        return <span className="tz-quiet">{texts.endIf}</span>;
      case 'end-each':
        return <span className="tz-quiet">{texts.endEach}</span>;
    }
  };
  return (
    <li
      ref={row}
      className={`letter-line letter-line--${line.kind}`}
      style={{ marginInlineStart: `${depth * 1.5}rem` }}
    >
      <span className="letter-line__number" aria-hidden>
        {number}
      </span>
      {line.kind === 'text' && (
        <Select
          aria-label={texts.of(texts.style, number)}
          value={line.style}
          choices={STYLES.map((value) => ({ value, label: texts.styles[value] }))}
          onChange={({ target }) => onChange(writeLine({ ...line, style: target.value as LineStyleWord }))}
        />
      )}
      {line.kind === 'row' && <span className="letter-line__kind">{texts.tableRow}</span>}
      <div className="letter-line__editor">
        {editor()}
        {errors.length > 0 && line.kind !== 'text' && line.kind !== 'row' && (
          <p className="tz-field__error">{errors.join(' ')}</p>
        )}
      </div>
      <ForWriters>
        <span className="flow-entry__tools">
          {!isEnd && (
            <>
              <Button size="small" aria-label={texts.of(texts.up, number)} onClick={() => onMove('up')}>
                ↑
              </Button>
              <Button size="small" aria-label={texts.of(texts.down, number)} onClick={() => onMove('down')}>
                ↓
              </Button>
            </>
          )}
          <Button size="small" aria-label={texts.of(texts.addBelow, number)} onClick={onAdd}>
            ＋
          </Button>
          {!isEnd && (
            <Button size="small" look="text" aria-label={texts.of(texts.remove, number)} onClick={onRemove}>
              {texts.remove}
            </Button>
          )}
        </span>
      </ForWriters>
    </li>
  );
}
