import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { sendMessage, type Side } from '../api/messages.js';
import { isRefused } from '../api/request.js';
import type { ConversationView } from '../api/types.js';
import { useLanguage, useMessagesTexts } from '../texts/index.js';
import {
  Banner,
  Button,
  Buttons,
  Field,
  FieldErrors,
  FileRow,
  Icon,
  sizeText,
  TextArea,
} from '../ui/index.js';
import { keepUnsent, recallUnsent } from './unsent.js';
import { ACCEPTED, useMessageFiles, type MessageFiles } from './use-message-files.js';

interface ComposerProps {
  readonly side: Side;
  readonly conversation: ConversationView;
  readonly onSent: (after: ConversationView) => void;
  /** What else can be done beside sending. */
  readonly more?: ReactNode;
}

const BODY = 'message-body';

export function Composer({ side, conversation, onSent, more }: ComposerProps): ReactNode {
  const texts = useMessagesTexts();
  const language = useLanguage();
  const { applicationId } = conversation;
  const [body, setBody] = useState(() => recallUnsent(applicationId));
  // One key until the message has arrived: pressing again after a lost answer sends nothing twice.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const files = useMessageFiles(side, conversation);
  const latest = useRef(body);
  const errors = tried && body.trim() === '' ? [texts.bodyMissing] : [];

  function type(text: string): void {
    latest.current = text;
    setBody(text);
    keepUnsent(applicationId, text);
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    setFailure(null);
    if (body.trim() === '') return document.getElementById(BODY)?.focus();
    if (busy || files.sending) return;
    setBusy(true);
    try {
      const arrived = files.chosen.flatMap((one) => (one.arrived ? [one.arrived.id] : []));
      const after = await sendMessage(side, applicationId, { key, body, files: arrived });
      // What was typed on while it was sent stays.
      if (latest.current === body) type('');
      files.clear();
      setTried(false);
      setKey(crypto.randomUUID());
      onSent(after);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form className="tz-composer" noValidate onSubmit={(event) => void submit(event)}>
      <Field id={BODY} label={texts.body[side]} required support={texts.bodyHelp[side]} errors={errors}>
        {(control) => (
          <TextArea
            {...control}
            rows={side === 'office' ? 4 : 6}
            maxLength={4000}
            value={body}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <Files files={files} conversation={conversation} />
      {failure !== null && (
        <Banner tone="error" role="alert" title={texts.notSent}>
          <p>{isRefused(failure) ? failure.problem.detail[language] : texts.unreachable}</p>
        </Banner>
      )}
      {tried && files.sending && <p role="status">{texts.stillSending}</p>}
      <Buttons>
        <Button type="submit" look="primary" size={side === 'office' ? 'normal' : 'large'} blocked={busy}>
          {texts.send}
        </Button>
        {more}
      </Buttons>
    </form>
  );
}

interface FilesProps {
  readonly files: MessageFiles;
  readonly conversation: ConversationView;
}

function Files({ files, conversation: { maxFiles, maxFileBytes } }: FilesProps): ReactNode {
  const texts = useMessagesTexts();
  return (
    <fieldset className="tz-field">
      <legend className="tz-field__label">{texts.files}</legend>
      <p className="tz-field__support">{texts.filesHelp(maxFiles, sizeText(maxFileBytes))}</p>
      {files.chosen.length > 0 && (
        <ul className="tz-attach__files">
          {files.chosen.map((one) => (
            <FileRow
              key={one.key}
              name={one.name}
              progress={one.failure === null && one.arrived === null ? one.progress : null}
              progressLabel={one.name}
              meta={
                one.failure === null ? (
                  texts.facts([
                    sizeText(one.bytes),
                    ...(one.arrived ? [] : [texts.sending(Math.round(one.progress * 100))]),
                  ])
                ) : (
                  <FieldErrors id={`message-file-${one.key}`} errors={[one.failure]} />
                )
              }
              actions={
                <Button
                  look="text"
                  size="small"
                  aria-label={texts.removeNamed(one.name)}
                  onClick={() => files.remove(one)}
                >
                  {texts.remove}
                </Button>
              }
            />
          ))}
        </ul>
      )}
      {files.room > 0 && (
        <div className="tz-composer__pick">
          <Picker label={texts.choose} icon="file" accept={ACCEPTED} onPick={files.add} many />
          <span className="tz-composer__camera">
            <Picker label={texts.camera} icon="camera" accept="image/*" onPick={files.add} capture />
          </span>
        </div>
      )}
    </fieldset>
  );
}

interface PickerProps {
  readonly label: string;
  readonly icon: 'file' | 'camera';
  readonly accept: string;
  readonly many?: boolean;
  readonly capture?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** A real button that opens the picker; the native control cannot be worded or sized. */
function Picker({ label, icon, accept, many, capture, onPick }: PickerProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        data-picker={icon}
        accept={accept}
        multiple={many}
        capture={capture ? 'environment' : undefined}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        <Icon name={icon} />
        {label}
      </Button>
    </>
  );
}
