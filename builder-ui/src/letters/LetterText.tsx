import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { LegalNature } from '#engine';
import { ForWriters } from '../draft/Writing.js';
import { type Fact, useConditionWords } from '../expression/index.js';
import { useLettersTexts } from '../texts/letters.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { LetterLineRow } from './LetterLineRow.js';
import { LetterTools } from './LetterTools.js';
import type { Placeholder, PlaceholderWords } from './placeholder-words.js';
import { listsFor } from './placeholders.js';
import {
  joinedLines,
  type Letter,
  movedStretch,
  partedLine,
  readLetter,
  readLine,
  stretches,
  withoutStretch,
  writeLetter,
  writeLine,
} from './template-lines.js';
import type { LetterFolder } from './titles.js';
import { useLineKeys } from './use-line-keys.js';
import type { WordsHandle } from './WordsBox.js';

interface LetterTextProps {
  readonly of: LetterFolder;
  readonly name: string;
  readonly letter: Letter;
  /** Of the file, where a problem is; 0: none. */
  readonly line: number;
  readonly nature: LegalNature;
  readonly words: PlaceholderWords;
  readonly placeholders: readonly Placeholder[];
  /** What conditions and repeats may name. */
  readonly facts: readonly Fact[];
  /** What is wrong in a line of the file. */
  readonly errorsAt: (line: number) => readonly string[];
  /** What a change to the text is called. */
  readonly what: string;
  /** The whole file anew; changes that join the same thing are one to undo. */
  readonly onText: (text: string, what: string, joins?: string | null) => void;
}

/** The text of a mail or notice as a page that is written on, and above it what is done with the line one is in. */
export function LetterText(props: LetterTextProps): ReactNode {
  const { of, name, letter, line, nature, words, placeholders, facts, errorsAt, what, onText } = props;
  const texts = useLettersTexts();
  const workspace = useWorkspace();
  const file = `${of}/${name}.md`;
  const text = useDraft(({ files }) => files[file] ?? '');
  const lists = useMemo(() => listsFor(facts), [facts]);
  const conditionOf = useConditionWords(facts);
  // The line that the caret is in, or was in last while something above the page is used.
  const [current, setCurrent] = useState<number | null>(null);
  // With how many lines there were: when lines come or go, what is open stands elsewhere.
  const [open, setOpen] = useState<{ readonly line: number; readonly of: number } | null>(null);
  const box = useRef<WordsHandle>(null);
  const { body } = letter;
  const all = stretches(body);
  /** What stands in the boxes belongs to the lines that are changed. */
  function rewrite(done: string, change: (body: readonly string[]) => Rewritten | null): void {
    workspace.flushBoxes();
    const now = readLetter(workspace.state.files[file] ?? '');
    const next = now && change(now.body);
    if (!now || !next) return;
    if (next.at !== undefined) setCurrent(next.at);
    if (next.goesTo !== undefined) goTo(next.goesTo, next.place);
    setOpen(next.opens === undefined ? null : { line: next.opens, of: next.body.length });
    onText(writeLetter({ ...now, body: next.body }, text), done);
  }
  function setLine(index: number, next: string): void {
    onText(writeLetter({ ...letter, body: body.with(index, next) }, text), what, `${file} ${index}`);
  }
  const { list, onKeyDown, goTo } = useLineKeys(line > 0 ? line - letter.firstLine : -1, {
    split: (index, place) =>
      rewrite(what, (lines) => {
        const shown = words.toWords(lineText(lines[index]));
        // What was put in is parted nowhere.
        const at = words.tokenAt(shown, place)?.to ?? place;
        const parted = partedLine(lines[index] ?? '', [
          words.toSource(shown.slice(0, at)),
          words.toSource(shown.slice(at)),
        ]);
        return { body: lines.toSpliced(index, 1, ...parted), goesTo: index + 1, place: 0 };
      }),
    join: (index) =>
      rewrite(what, (lines) => {
        const before = lines[index - 1];
        const joined = before === undefined ? null : joinedLines(before, lines[index] ?? '');
        if (joined === null) return null;
        return {
          body: lines.toSpliced(index - 1, 2, joined),
          goesTo: index - 1,
          place: words.toWords(lineText(before)).length,
        };
      }),
  });
  const at = current === null ? null : Math.min(current, body.length - 1);
  const add = (lines: readonly string[], part: string): void =>
    rewrite(texts.added(part), (before) => {
      const from = at === null ? before.length : (stretches(before)[at]?.to ?? before.length);
      return {
        body: before.toSpliced(from, 0, ...lines),
        goesTo: from,
        ...(readLine(lines[0] ?? '').kind === 'if' ? { opens: from } : {}),
      };
    });
  return (
    <div className="letter-page">
      <ForWriters>
        <LetterTools
          of={of}
          nature={nature}
          line={at === null ? null : readLine(body[at] ?? '')}
          number={(at ?? 0) + 1}
          placeholders={placeholders}
          onStyle={(style) => {
            const own = readLine(body[at ?? -1] ?? '');
            if (at !== null && own.kind === 'text') setLine(at, writeLine({ ...own, style }));
          }}
          onPut={(placeholder) => box.current?.put(placeholder)}
          onMove={(way) => rewrite(what, (lines) => movedStretch(lines, at ?? 0, way))}
          onAdd={add}
          onRemove={() =>
            rewrite(what, (lines) => {
              const next = withoutStretch(lines, at ?? 0);
              return { body: next, goesTo: Math.min(at ?? 0, next.length - 1) };
            })
          }
        />
      </ForWriters>
      <ol ref={list} className="letter__lines" onKeyDown={onKeyDown}>
        {body.map((source, index) => (
          <LetterLineRow
            key={index}
            source={source}
            number={index + 1}
            depth={all[index]?.depth ?? 0}
            words={words}
            lists={lists}
            conditionOf={conditionOf}
            errors={errorsAt(letter.firstLine + index)}
            isStop={index === (at ?? 0)}
            box={index === at ? box : undefined}
            isOpen={open?.line === index && open.of === body.length}
            onOpen={(isOpen) => setOpen(isOpen ? { line: index, of: body.length } : null)}
            onEnter={() => setCurrent(index)}
            onChange={(next) => setLine(index, next)}
            onLines={(sources) =>
              rewrite(what, (lines) => ({
                body: lines.toSpliced(index, 1, ...sources),
                goesTo: index + sources.length - 1,
              }))
            }
          />
        ))}
      </ol>
    </div>
  );
}

/** A body as it shall be, and where its author goes on. */
interface Rewritten {
  readonly body: readonly string[];
  /** The line that the tools are for; left out, where the caret goes. */
  readonly at?: number;
  readonly goesTo?: number;
  readonly place?: number;
  readonly opens?: number;
}

function lineText(line: string | undefined): string {
  const read = readLine(line ?? '');
  return read.kind === 'text' || read.kind === 'row' ? read.text : '';
}
