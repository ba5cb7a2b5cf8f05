import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { dateTimeText, useCaseTexts, useLanguage } from '../../../texts/index.js';
import { Button, Buttons, Field, focusControl, TextArea } from '../../../ui/index.js';
import { RailCard } from '../rail/RailCard.js';
import { useCaseworkHere } from './use-casework.js';

/** 職員メモ: what colleagues should know and the applicant does not read. */
export function NotesCard({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useCaseTexts().notes;
  const language = useLanguage();
  const { data } = useCaseworkHere();
  if (!data || (data.notes.length === 0 && !data.mayAnnotate)) return null;
  return (
    <RailCard title={texts.title}>
      {data.notes.length > 0 && (
        <ul className="desk-notices">
          {data.notes.map((note) => (
            <li key={note.id} className="desk-notice">
              <p className="tz-prewrap">{note.body}</p>
              <p className="desk-small tz-quiet">
                {note.name} {dateTimeText(note.at, language)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {data.mayAnnotate && <Writing applicationId={applicationId} />}
    </RailCard>
  );
}

/** Kept in this tab until it is sent, as everything that is typed. */
const draftKey = (id: string): string => `tetsuzuki.desk.form.${id}.@note`;

const BOX = 'case-note';

function Writing({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useCaseTexts().notes;
  const { note } = useCaseworkHere();
  const [body, setBody] = useState(() => sessionStorage.getItem(draftKey(applicationId)) ?? '');
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(body !== '');
  useEffect(() => {
    if (asked) focusControl(BOX);
  }, [asked]);
  const [sending, setSending] = useState<string | null>(null);
  const latest = useRef(body);
  const [tried, setTried] = useState(false);
  if (!open) {
    return (
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
          setAsked(true);
        }}
      >
        {texts.write}
      </Button>
    );
  }
  function close(): void {
    setAsked(false);
    setOpen(false);
  }
  function type(text: string): void {
    latest.current = text;
    sessionStorage.setItem(draftKey(applicationId), text);
    setBody(text);
  }
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (body.trim() === '') return;
    const id = sending ?? crypto.randomUUID();
    setSending(id);
    try {
      await note(id, body);
    } catch {
      return;
    }
    setSending(null);
    setTried(false);
    // What was typed on while it was sent stays.
    if (latest.current !== body) return;
    type('');
    close();
  }
  return (
    <form className="tz-stack" onSubmit={(event) => void send(event)} noValidate>
      <Field
        id={BOX}
        label={texts.label}
        required
        support={texts.help}
        errors={tried && body.trim() === '' ? [texts.missing] : []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            lang="ja"
            maxLength={4000}
            value={body}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" size="small">
          {texts.save}
        </Button>
        <Button look="text" size="small" onClick={close}>
          {texts.cancel}
        </Button>
      </Buttons>
    </form>
  );
}
