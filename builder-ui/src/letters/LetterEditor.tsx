import { useMemo, type ReactNode } from 'react';
import { describeProblem, type LegalNature, NOTICE_LAYOUTS, type Problem, STANDARD_BLOCKS } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import {
  Banner,
  Button,
  ChoiceBox,
  Field,
  Select,
  TextArea,
  useAnnounce,
} from '../../../renderer-ui/src/ui/index.js';
import { useScope } from '../expression/index.js';
import { Boxes, ForWriters } from '../draft/Writing.js';
import { RenameDisclosure } from '../naming/RenameBox.js';
import { useChecked } from '../problems/use-checked.js';
import { useLettersTexts } from '../texts/letters.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { LetterLineRow } from './LetterLineRow.js';
import { LetterPreview } from './LetterPreview.js';
import { type LetterFolder, titleIn } from './titles.js';
import { PlaceholderWords } from './placeholder-words.js';
import { listsFor, placeholdersFor } from './placeholders.js';
import { movedStretch, readLetter, stretches, withoutStretch, writeLetter } from './template-lines.js';
import { SentWhen } from './SentWhen.js';
import { useLineKeys } from './use-line-keys.js';
import { WordsInput } from './WordsInput.js';

const DOCUMENT = { of: 'document' } as const;
const NO_LINES: readonly string[] = [];

/** One mail or notice: its head, its lines, and beside them how it comes out. */
export function LetterEditor({
  of,
  name,
  line,
  onRenamed,
}: {
  readonly of: LetterFolder;
  readonly name: string;
  /** Where a problem is; 0: none. */
  readonly line: number;
  readonly onRenamed: (name: string) => void;
}): ReactNode {
  const texts = useLettersTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const file = `${of}/${name}.md`;
  const text = useDraft(({ files }) => files[file] ?? '');
  const info = useDraft(({ files }) => files['procedure.json'] ?? '{}');
  const problems = useChecked((state) => state.problems);
  const { facts } = useScope(DOCUMENT);
  const letter = useMemo(() => readLetter(text), [text]);
  const body = letter?.body ?? NO_LINES;
  const placeholders = useMemo(() => placeholdersFor(facts, body, language), [facts, body, language]);
  const lists = useMemo(() => listsFor(facts, language), [facts, language]);
  const words = useMemo(() => new PlaceholderWords(placeholders), [placeholders]);
  const title = titleIn(text) || name;
  const nature = natureOf(info);
  const isMail = of === 'messages';
  function set(next: string, what: string, joins: string | null = null): void {
    const [refused] = workspace.perform({ kind: 'set-template', of, name, text: next }, what, joins);
    if (refused) announce(describeProblem(refused, null, language));
  }
  function setBody(next: readonly string[], what = texts.changed(title), joins: string | null = null): void {
    if (letter) set(writeLetter({ ...letter, body: next }, text), what, joins);
  }
  function setHead(key: string, value: string): void {
    if (!letter) return;
    const there = letter.head.some(([own]) => own === key);
    const head = there
      ? letter.head.map(([own, before]) => [own, own === key ? ` ${value}` : before] as const)
      : [...letter.head, [key, ` ${value}`] as const];
    set(writeLetter({ ...letter, head }, text), texts.changed(title), `${file} ${key}`);
  }
  const headOf = (key: string): string => letter?.head.find(([own]) => own === key)?.[1].trim() ?? '';
  const own = problems.filter(({ path }) => path === file || path.startsWith(`${file}#`));
  const atLine = (number: number): readonly Problem[] =>
    own.filter(({ path }) => path === `${file}#${number}`);
  const titleKey = isMail ? 'subject' : 'title';
  const titleLine = 2 + (letter?.head.findIndex(([key]) => key === titleKey) ?? 0);
  // What is said of none of the lines below stands above them.
  const whole = own.filter(({ path }) => {
    const at = Number(path.split('#')[1] ?? 0);
    return at !== titleLine && at < (letter?.firstLine ?? Infinity);
  });
  const add = (lines: readonly string[], what: string): void =>
    setBody([...body, ...lines], texts.added(what));
  const all = stretches(body);
  /** In the words of this screen, where the compiler's own name what no clerk has written. */
  const wordsOf = (one: Problem): string => {
    const item = one.code === 'placeholder-may-be-empty' ? one.params?.['name'] : undefined;
    return typeof item === 'string'
      ? texts.mayBeEmpty(words.tokenOf(item))
      : describeProblem(one, null, language);
  };
  const keys = useLineKeys((index) => addBelow(index));
  function addBelow(index: number): void {
    // What stands in the box belongs to the line before it.
    workspace.flushBoxes();
    const now = readLetter(workspace.state.files[file] ?? '');
    if (!now) return;
    const next = [...now.body.slice(0, index + 1), '', ...now.body.slice(index + 1)];
    keys.goTo(index + 1);
    set(writeLetter({ ...now, body: next }, text), texts.changed(title));
  }
  return (
    <>
      <div className="letter">
        <div className="letter__head">
          <h2>{title}</h2>
          <ForWriters>
            <Button
              size="small"
              look="text"
              onClick={() =>
                void workspace.perform({ kind: 'remove-template', of, name }, texts.removed(title))
              }
            >
              {texts.removeThis}
            </Button>
          </ForWriters>
        </div>
        <Boxes>
          <SentWhen key={file} of={of} name={name} title={title} />
        </Boxes>
        <ForWriters>
          <RenameDisclosure
            thing={{ kind: isMail ? 'message' : 'notice', name }}
            title={title}
            onRenamed={onRenamed}
          />
        </ForWriters>
        {whole.length > 0 && (
          <Banner tone="warning" title={texts.problems}>
            <ul>
              {whole.map((one, index) => (
                <li key={index}>{wordsOf(one)}</li>
              ))}
            </ul>
          </Banner>
        )}
        <Boxes>
          {letter === null ? (
            <Field label={texts.lines} support={texts.raw}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={20}
                  value={text}
                  onChange={({ target }) => set(target.value, texts.changed(title), file)}
                />
              )}
            </Field>
          ) : (
            <>
              <WordsInput
                label={isMail ? texts.subject : texts.noticeTitle}
                showsLabel
                insertLabel={texts.insert}
                source={headOf(titleKey)}
                words={words}
                placeholders={placeholders}
                errors={atLine(titleLine).map(wordsOf)}
                onChange={(value) => setHead(titleKey, value)}
              />
              {!isMail && (
                <div className="letter__options">
                  <Field label={texts.layout}>
                    {(control) => (
                      <Select
                        {...control}
                        value={headOf('layout') || 'letter'}
                        choices={NOTICE_LAYOUTS.map((value) => ({ value, label: texts.layouts[value] }))}
                        onChange={({ target }) => setHead('layout', target.value)}
                      />
                    )}
                  </Field>
                  <ChoiceBox
                    kind="checkbox"
                    checked={headOf('numbering') === 'yes'}
                    onChange={({ target }) => setHead('numbering', target.checked ? 'yes' : 'no')}
                  >
                    {texts.numbering}
                  </ChoiceBox>
                </div>
              )}
              <h3>{texts.lines}</h3>
              <ForWriters>
                <p className="tz-quiet builder-small">{texts.help}</p>
              </ForWriters>
              <ol ref={keys.list} className="letter__lines" onKeyDown={keys.onKeyDown}>
                {body.map((source, index) => (
                  <LetterLineRow
                    key={index}
                    source={source}
                    number={index + 1}
                    depth={all[index]?.depth ?? 0}
                    words={words}
                    placeholders={placeholders}
                    lists={lists}
                    focused={line === letter.firstLine + index}
                    errors={atLine(letter.firstLine + index).map(wordsOf)}
                    onChange={(next) =>
                      setBody(
                        body.map((one, other) => (other === index ? next : one)),
                        texts.changed(title),
                        `${file} ${index}`,
                      )
                    }
                    onMove={(way) => setBody(movedStretch(body, index, way))}
                    onRemove={() => setBody(withoutStretch(body, index))}
                    onAdd={() => addBelow(index)}
                  />
                ))}
              </ol>
              <ForWriters>
                <fieldset className="letter__add">
                  <legend>{texts.add}</legend>
                  <Button size="small" onClick={() => add([''], texts.addLine)}>
                    {texts.addLine}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => add(['{{#if true }}', '', '{{#else}}', '', '{{/if}}'], texts.addIf)}
                  >
                    {texts.addIf}
                  </Button>
                  <Button
                    size="small"
                    onClick={() =>
                      add(
                        [
                          '{{#each item in correction.items }}',
                          '| {{ item.label }} | {{ item.comment }} |',
                          '{{/each}}',
                        ],
                        texts.addEach,
                      )
                    }
                  >
                    {texts.addEach}
                  </Button>
                  <Button size="small" onClick={() => add(['|  |  |', '|  |  |'], texts.addTable)}>
                    {texts.addTable}
                  </Button>
                  {STANDARD_BLOCKS.filter((block) => block.of === 'both' || block.of === of).map(
                    ({ id, lines }) => {
                      const there = lines(nature);
                      return (
                        <Button
                          key={id}
                          size="small"
                          blocked={there.length === 0}
                          title={there.length === 0 ? texts.noRemedies : undefined}
                          onClick={() => add(['', ...there], texts.standard[id])}
                        >
                          {texts.standard[id]}
                        </Button>
                      );
                    },
                  )}
                </fieldset>
              </ForWriters>
            </>
          )}
        </Boxes>
      </div>
      <LetterPreview of={of} name={name} />
    </>
  );
}

const NATURES: readonly LegalNature[] = [
  'disposition',
  'contract_grant',
  'notification',
  'voluntary',
  'service',
];

function natureOf(info: string): LegalNature {
  try {
    const { legalNature } = JSON.parse(info) as { readonly legalNature?: unknown };
    return NATURES.find((nature) => nature === legalNature) ?? 'service';
  } catch {
    return 'service';
  }
}
