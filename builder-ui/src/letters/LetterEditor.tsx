import { useMemo, type ReactNode } from 'react';
import { describeProblem, type LegalNature, NOTICE_LAYOUTS, type Problem } from '#engine';
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
import { HeadWords } from './HeadWords.js';
import { LetterPreview } from './LetterPreview.js';
import { LetterText } from './LetterText.js';
import { type LetterFolder, titleIn } from './titles.js';
import { PlaceholderWords } from './placeholder-words.js';
import { placeholdersFor } from './placeholders.js';
import { readLetter, writeLetter } from './template-lines.js';
import { SentWhen } from './SentWhen.js';

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
  const words = useMemo(() => new PlaceholderWords(placeholders), [placeholders]);
  const title = titleIn(text) || name;
  const changed = texts.changed(title);
  const nature = natureOf(info);
  const isMail = of === 'messages';
  function set(next: string, what: string, joins: string | null = null): void {
    const [refused] = workspace.perform({ kind: 'set-template', of, name, text: next }, what, joins);
    if (refused) announce(describeProblem(refused, null, language));
  }
  function setHead(key: string, value: string): void {
    if (!letter) return;
    const there = letter.head.some(([own]) => own === key);
    const head = there
      ? letter.head.map(([own, before]) => [own, own === key ? ` ${value}` : before] as const)
      : [...letter.head, [key, ` ${value}`] as const];
    set(writeLetter({ ...letter, head }, text), changed, `${file} ${key}`);
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
  /** In the words of this screen, where the compiler's own name what no clerk has written. */
  const wordsOf = (one: Problem): string => {
    const item = one.code === 'placeholder-may-be-empty' ? one.params?.['name'] : undefined;
    return typeof item === 'string'
      ? texts.mayBeEmpty(words.tokenOf(item))
      : describeProblem(one, null, language);
  };
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
                  onChange={({ target }) => set(target.value, changed, file)}
                />
              )}
            </Field>
          ) : (
            <>
              <HeadWords
                label={isMail ? texts.subject : texts.noticeTitle}
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
              <LetterText
                of={of}
                name={name}
                letter={letter}
                line={line}
                nature={nature}
                words={words}
                placeholders={placeholders}
                facts={facts}
                errorsAt={(number) => atLine(number).map(wordsOf)}
                what={changed}
                onText={set}
              />
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
