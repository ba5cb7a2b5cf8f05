import { useMemo, useState, type ReactNode } from 'react';
import { Banner, Button, ChoiceBox, Field, TextArea, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useCompiled } from '../rehearsal/use-compiled.js';
import { useEnglishTexts } from '../texts/english.js';
import { usePaused } from '../workspace/use-paused.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { englishLines, type EnglishLine, filtered } from './english-lines.js';
import './english.css';

/** So many at once: more are there to be asked for. */
const STEP = 100;

/** Every text that applicants read, Japanese and English side by side. */
export function EnglishScreen(): ReactNode {
  const texts = useEnglishTexts();
  const procedure = useCompiled();
  const files = useDraft((state) => state.files);
  const lines = useMemo(() => (procedure ? englishLines(procedure, files) : null), [procedure, files]);
  const [wanted, setWanted] = useState('');
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [shown, setShown] = useState(STEP);
  // What is being written stays on the screen although it is no longer missing.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  if (!lines) return <Banner tone="info" title={texts.hasErrors} />;
  const missing = lines.filter(({ english }) => english === '').length;
  const fitting = new Set(filtered(lines, wanted, onlyMissing));
  const all = lines.filter((line) => fitting.has(line) || (onlyMissing && kept.has(line.japanese)));
  return (
    <div className="english">
      <p>{texts.lead}</p>
      <div className="english__tools">
        <Field label={texts.search}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              chars={24}
              value={wanted}
              onChange={({ target }) => setWanted(target.value)}
            />
          )}
        </Field>
        <ChoiceBox
          kind="checkbox"
          checked={onlyMissing}
          onChange={({ target }) => {
            setKept(new Set());
            setOnlyMissing(target.checked);
          }}
        >
          {texts.onlyMissing}
        </ChoiceBox>
        <p role="status">
          {missing === 0 ? texts.complete(lines.length) : texts.missing(missing, lines.length)}
        </p>
      </div>
      {all.length === 0 && <p>{texts.nothing}</p>}
      <ol className="english__lines">
        {all.slice(0, shown).map((line) => (
          <Line
            key={line.japanese}
            line={line}
            onWritten={() => setKept((before) => new Set([...before, line.japanese]))}
          />
        ))}
      </ol>
      {all.length > shown && (
        <Button onClick={() => setShown(shown + STEP)}>{texts.more(all.length - shown)}</Button>
      )}
    </div>
  );
}

function Line({
  line,
  onWritten,
}: {
  readonly line: EnglishLine;
  readonly onWritten: () => void;
}): ReactNode {
  const texts = useEnglishTexts();
  const workspace = useWorkspace();
  const { japanese, english } = line;
  const { text, type, flush } = usePaused(english, (typed) => {
    onWritten();
    workspace.perform(
      { kind: 'set-english', text: japanese, english: typed.trim() === '' ? null : typed },
      texts.changed,
      `english ${japanese}`,
    );
  });
  return (
    <li className={english === '' ? 'english__line english__line--missing' : 'english__line'}>
      <p className="english__japanese" lang="ja">
        {japanese}
      </p>
      <TextArea
        lang="en"
        aria-label={texts.englishOf(japanese)}
        rows={Math.min(8, Math.max(1, Math.ceil(japanese.length / 28)))}
        readOnly={!workspace.draft.mayWrite}
        value={text}
        onBlur={flush}
        onChange={({ target }) => type(target.value)}
      />
    </li>
  );
}
