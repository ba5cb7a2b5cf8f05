import { useId, useState, type ReactNode } from 'react';
import { type LegalNature, STANDARD_BLOCKS } from '#engine';
import { Button, Select } from '../../../renderer-ui/src/ui/index.js';
import { useLettersTexts } from '../texts/letters.js';
import type { LetterFolder } from './titles.js';

interface AddPartProps {
  readonly of: LetterFolder;
  readonly nature: LegalNature;
  /** The line under which it is put; null: at the end. */
  readonly under: number | null;
  readonly onAdd: (lines: readonly string[], what: string) => void;
}

interface Part {
  readonly id: string;
  readonly words: string;
  readonly lines: readonly string[];
}

/** What can be put below a line: another line, conditions, repeats, tables, and the blocks that every letter has. */
export function AddPart({ of, nature, under, onAdd }: AddPartProps): ReactNode {
  const texts = useLettersTexts();
  const id = useId();
  const [chosen, setChosen] = useState('line');
  const parts: readonly Part[] = [
    { id: 'line', words: texts.addLine, lines: [''] },
    { id: 'if', words: texts.addIf, lines: ['{{#if true }}', '', '{{#else}}', '', '{{/if}}'] },
    {
      id: 'each',
      words: texts.addEach,
      lines: [
        '{{#each item in correction.items }}',
        '| {{ item.label }} | {{ item.comment }} |',
        '{{/each}}',
      ],
    },
    { id: 'table', words: texts.addTable, lines: ['|  |  |', '|  |  |'] },
    ...STANDARD_BLOCKS.filter((block) => block.of === 'both' || block.of === of).map((block): Part => {
      const lines = block.lines(nature);
      return { id: block.id, words: texts.standard[block.id], lines: lines.length > 0 ? ['', ...lines] : [] };
    }),
  ];
  const part = parts.find((one) => one.id === chosen);
  const isNone = part?.lines.length === 0;
  return (
    <div className="letter-tools__add">
      <Select
        aria-label={under === null ? texts.partAtEnd : texts.of(texts.part, under)}
        value={chosen}
        choices={parts.map((one) => ({ value: one.id, label: one.words }))}
        onChange={({ target }) => setChosen(target.value)}
      />
      <Button
        size="small"
        aria-label={under === null ? texts.addAtEnd : texts.of(texts.addBelow, under)}
        aria-describedby={isNone ? `${id}-none` : undefined}
        blocked={isNone}
        onClick={() => {
          if (part) onAdd(part.lines, part.words);
          setChosen('line');
        }}
      >
        {under === null ? texts.addAtEnd : texts.addBelow}
      </Button>
      {isNone && (
        <span id={`${id}-none`} className="builder-small">
          {texts.noRemedies}
        </span>
      )}
    </div>
  );
}
