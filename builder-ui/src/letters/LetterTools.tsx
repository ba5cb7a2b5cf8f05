import type { ReactNode } from 'react';
import type { LegalNature } from '#engine';
import { Button, Select } from '../../../renderer-ui/src/ui/index.js';
import { useLettersTexts } from '../texts/letters.js';
import { AddPart } from './AddPart.js';
import { InsertWords } from './InsertWords.js';
import type { Placeholder } from './placeholder-words.js';
import { type LetterLine, type LineStyleWord, STYLES } from './template-lines.js';
import type { LetterFolder } from './titles.js';

interface LetterToolsProps {
  readonly of: LetterFolder;
  readonly nature: LegalNature;
  /** Null: no line has been gone to yet. */
  readonly line: LetterLine | null;
  readonly number: number;
  readonly placeholders: readonly Placeholder[];
  readonly onStyle: (style: LineStyleWord) => void;
  readonly onPut: (name: string) => void;
  readonly onMove: (way: 'up' | 'down') => void;
  readonly onAdd: (lines: readonly string[], what: string) => void;
  readonly onRemove: () => void;
}

/**
 * What is done with the line that the caret is in, in one place above the page: the lines stay free of controls, and
 * nothing moves when another line is gone to. Shift+Tab leads here from any line.
 */
export function LetterTools(props: LetterToolsProps): ReactNode {
  const { of, nature, line, number, placeholders, onStyle, onPut, onMove, onAdd, onRemove } = props;
  const texts = useLettersTexts();
  const isInner = line?.kind === 'else' || line?.kind === 'end-if' || line?.kind === 'end-each';
  return (
    <div className="letter-tools" role="group" aria-label={line ? texts.tools(number) : texts.noLine}>
      <div className="letter-tools__row">
        {line ? (
          <span className="letter-tools__line" aria-hidden>
            {texts.line(number)}
          </span>
        ) : (
          <span className="builder-small">{texts.noLine}</span>
        )}
        {line?.kind === 'text' && (
          <Select
            aria-label={texts.of(texts.style, number)}
            value={line.style}
            choices={STYLES.map((value) => ({ value, label: texts.styles[value] }))}
            onChange={({ target }) => onStyle(target.value as LineStyleWord)}
          />
        )}
        {line?.kind === 'row' && <span className="builder-small">{texts.tableRow}</span>}
        {(line?.kind === 'text' || line?.kind === 'row') && (
          <InsertWords
            key={number}
            label={texts.insertInto(number)}
            placeholders={placeholders}
            onPut={onPut}
          />
        )}
      </div>
      <div className="letter-tools__row">
        <AddPart of={of} nature={nature} under={line ? number : null} onAdd={onAdd} />
        {line && !isInner && (
          <span className="letter-tools__moves">
            <Button size="small" aria-label={texts.of(texts.up, number)} onClick={() => onMove('up')}>
              ↑
            </Button>
            <Button size="small" aria-label={texts.of(texts.down, number)} onClick={() => onMove('down')}>
              ↓
            </Button>
            <Button size="small" look="text" aria-label={texts.of(texts.remove, number)} onClick={onRemove}>
              {texts.remove}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
