import { useMemo, useState, type ReactNode } from 'react';
import {
  Button,
  Buttons,
  ChoiceBox,
  Dialog,
  Field,
  Select,
  TextArea,
  useAnnounce,
} from '../../../renderer-ui/src/ui/index.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { useQuestionListTexts } from '../texts/question-list.js';
import { paste } from './commands.js';
import { useFormEditor } from './editor.js';
import {
  clipOfList,
  type Correction,
  type ListedLine,
  LISTED_ITEMS,
  readQuestionList,
} from './question-list.js';

/** The questions of a paper form, pasted as a list: a page or more of them in one step. */
export function ManyDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const texts = useQuestionListTexts();
  const form = useFormEditorTexts();
  const editor = useFormEditor();
  const announce = useAnnounce();
  // What was typed outlives a slip of the Escape key.
  const [text, setText] = useState('');
  const [corrections, setCorrections] = useState<Readonly<Record<string, Correction>>>({});
  const lines = useMemo(
    () =>
      readQuestionList(text, form.items).map((line): ListedLine => ({ ...line, ...corrections[line.title] })),
    [text, form, corrections],
  );
  const count = lines.filter(({ kind }) => kind === 'question').length;
  function add(): void {
    const names = new Set(editor.outline.map(({ name }) => name));
    const clip = clipOfList(lines, names, editor.outline.length === 0 ? form.newPage : null);
    if (!editor.run(paste(editor.outline, editor.selectedNow().at(-1) ?? null, clip), texts.words(count)))
      return;
    setText('');
    setCorrections({});
    announce(texts.added(count));
    onClose();
  }
  return (
    <Dialog title={texts.title} open={open} onClose={onClose} wide>
      <p>{texts.lead}</p>
      <ul className="builder-many__rules">
        {texts.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <div className="builder-many">
        <Field label={texts.list} support={texts.keys}>
          {(control) => (
            <TextArea
              {...control}
              rows={9}
              onKeyDown={(event) => {
                // Behind the box are two stops of the Tab key for each question.
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && count > 0) add();
              }}
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div>
          <p role="status" className="tz-field__label">
            {count === 0 ? texts.nothing : texts.understood(count)}
          </p>
          {lines.length > 0 && (
            <ul className="builder-many__lines" tabIndex={-1}>
              {lines.map((line, index) => (
                <OneLine
                  key={index}
                  line={line}
                  onCorrect={(correction) =>
                    setCorrections({
                      ...corrections,
                      [line.title]: { ...corrections[line.title], ...correction },
                    })
                  }
                />
              ))}
            </ul>
          )}
        </div>
      </div>
      <Buttons>
        <Button look="primary" blocked={count === 0} aria-keyshortcuts="Control+Enter" onClick={add}>
          {count === 0 ? texts.addNone : texts.add(count)}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}

interface OneLineProps {
  readonly line: ListedLine;
  readonly onCorrect: (correction: Correction) => void;
}

function OneLine({ line, onCorrect }: OneLineProps): ReactNode {
  const texts = useQuestionListTexts();
  const form = useFormEditorTexts();
  if (line.kind === 'page')
    return (
      <li className="builder-many__page">
        {texts.page}　<strong>{line.title}</strong>
      </li>
    );
  return (
    <li className="builder-many__line">
      <span>
        {line.isInner && <span className="tz-quiet builder-small">{texts.inner}　</span>}
        {line.title}
        {line.options.length > 0 && (
          <span className="builder-small tz-quiet">　{line.options.join('／')}</span>
        )}
      </span>
      <Select
        aria-label={texts.kindOf(line.title)}
        value={line.item}
        choices={LISTED_ITEMS.map(({ key }) => ({ value: key, label: form.items[key] ?? key }))}
        onChange={({ target }) => onCorrect({ item: target.value })}
      />
      <ChoiceBox
        kind="checkbox"
        aria-label={texts.requiredOf(line.title)}
        checked={line.required}
        onChange={({ target }) => onCorrect({ required: target.checked })}
      >
        {texts.required}
      </ChoiceBox>
    </li>
  );
}
