import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AnnotationView } from '../../../api/types.js';
import { useCaseTexts } from '../../../texts/index.js';
import { Button, Buttons, Field, focusControl, Icon, TextArea, type IconName } from '../../../ui/index.js';
import { useCaseworkHere } from './use-casework.js';

type Mark = AnnotationView['mark'];

const marks: readonly (readonly [Mark, IconName])[] = [
  ['checked', 'check'],
  ['question', 'info'],
  ['defect', 'warning'],
];

interface AnnotationButtonsProps {
  readonly path: string;
  readonly title: string;
}

/** Marks one answer: checked by one press; a question or a defect with what is meant, for colleagues to read. */
export function AnnotationButtons({ path, title }: AnnotationButtonsProps): ReactNode {
  const texts = useCaseTexts().annotations;
  const { data, at, mine, annotate } = useCaseworkHere();
  const [writing, setWriting] = useState<Mark | null>(null);
  const noteId = useId();
  const buttons = useRef<HTMLDivElement>(null);
  if (!data?.mayAnnotate) return null;
  const own = at(path).find(mine);
  const present = own && !own.outdated ? own.mark : null;

  function press(mark: Mark): void {
    if (mark === 'checked') {
      setWriting(null);
      void annotate(path, present === 'checked' ? null : 'checked', '').catch(() => undefined);
      return;
    }
    setWriting(writing === mark ? null : mark);
    setTimeout(() => focusControl(noteId));
  }
  /** The focus goes back to the button that the note began with. */
  function close(): void {
    buttons.current?.querySelector<HTMLElement>(`[data-mark="${String(writing)}"]`)?.focus();
    setWriting(null);
  }
  return (
    <dd className="desk-annotate" data-writing={writing !== null}>
      <div ref={buttons} className="desk-annotate__buttons" role="group" aria-label={texts.group(title)}>
        {marks.map(([mark, icon]) => (
          <button
            key={mark}
            type="button"
            className="desk-annotate__button"
            data-mark={mark}
            title={texts.marks[mark]}
            aria-pressed={present === mark}
            aria-expanded={mark === 'checked' ? undefined : writing === mark}
            onClick={() => press(mark)}
          >
            <Icon name={icon} />
            <span className="desk-annotate__word">{texts.marks[mark]}</span>
            <span className="tz-hidden"> {title}</span>
          </button>
        ))}
      </div>
      {writing !== null && (
        <Note
          key={writing}
          id={noteId}
          mark={writing}
          title={title}
          first={own?.mark === writing ? own.note : ''}
          mayRemove={own?.mark === writing}
          onSave={async (mark, note) => {
            await annotate(path, mark, note);
            close();
          }}
          onCancel={close}
        />
      )}
    </dd>
  );
}

interface NoteProps {
  readonly id: string;
  readonly mark: Mark;
  readonly title: string;
  readonly first: string;
  readonly mayRemove: boolean;
  readonly onSave: (mark: Mark | null, note: string) => Promise<void>;
  readonly onCancel: () => void;
}

function Note({ id, mark, title, first, mayRemove, onSave, onCancel }: NoteProps): ReactNode {
  const texts = useCaseTexts().annotations;
  const [note, setNote] = useState(first);
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  function save(kept: Mark | null): void {
    setTried(true);
    if (saving || (kept !== null && note.trim() === '')) return;
    setSaving(true);
    // What failed is told at the head of the page; what was typed stays here.
    onSave(kept, note).catch(() => setSaving(false));
  }
  return (
    <form
      className="desk-annotate__note"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(mark);
      }}
    >
      <Field
        id={id}
        label={texts.noteOf[mark](title)}
        required
        {...(mark === 'defect' ? { support: texts.defectHelp } : {})}
        errors={tried && note.trim() === '' ? [texts.noteMissing] : []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            lang="ja"
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" size="small" blocked={saving}>
          {texts.save}
        </Button>
        {mayRemove && (
          <Button size="small" blocked={saving} onClick={() => save(null)}>
            {texts.remove}
          </Button>
        )}
        <Button look="text" size="small" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </Buttons>
    </form>
  );
}
