import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../api/query/index.js';
import { addOpinionFile, answerOpinion, removeOpinionFile } from '../../api/opinions.js';
import { deskFileAddress } from '../../api/paper.js';
import type { DeskFileView, OpinionLine, OpinionView } from '../../api/types.js';
import { useDeskOpinionsTexts } from '../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Field,
  FieldErrors,
  FileRow,
  focusControl,
  sizeText,
  TextArea,
} from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useKept } from '../use-kept.js';

type Standpoint = NonNullable<OpinionLine['standpoint']>;
const STANDPOINTS: readonly Standpoint[] = ['clear', 'conditions', 'objection'];

interface AnswerFormProps {
  readonly opinion: OpinionView;
  readonly onChange: (after: OpinionView) => void;
  readonly onSent: (after: OpinionView) => void;
}

export function AnswerForm({ opinion, onChange, onSent }: AnswerFormProps): ReactNode {
  const texts = useDeskOpinionsTexts().one;
  const { standpoints } = useDeskOpinionsTexts();
  const { typed, set, forget } = useKept(`opinion.${opinion.id}`, { standpoint: '', answer: '' });
  const [tried, setTried] = useState(false);
  const standpoint = STANDPOINTS.find((one) => one === typed.standpoint);
  const send = useMutation({
    mutationFn: (given: Standpoint) => answerOpinion(opinion.id, { standpoint: given, answer: typed.answer }),
    onSuccess: (after) => {
      forget();
      onSent(after);
    },
  });
  const errors = {
    standpoint: tried && !standpoint ? [texts.missing.standpoint] : [],
    answer:
      tried && standpoint && standpoint !== 'clear' && typed.answer.trim() === ''
        ? [texts.missing.answer]
        : [],
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!standpoint) {
      focusControl('opinion-standpoint-clear');
      return;
    }
    if (standpoint !== 'clear' && typed.answer.trim() === '') {
      focusControl('opinion-words');
      return;
    }
    if (!send.isPending) send.mutate(standpoint);
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate aria-labelledby="opinion-give">
      <h2 id="opinion-give" className="tz-heading">
        {texts.give}
      </h2>
      <RefusalBanner error={send.error} />
      <Field label={texts.standpoint} required group>
        {() => (
          <>
            {STANDPOINTS.map((one) => (
              <ChoiceBox
                key={one}
                kind="radio"
                id={`opinion-standpoint-${one}`}
                name="standpoint"
                framed
                checked={standpoint === one}
                onChange={() => set({ standpoint: one })}
              >
                {standpoints[one]}
              </ChoiceBox>
            ))}
            {errors.standpoint.length > 0 && (
              <FieldErrors id="opinion-standpoint-missing" errors={errors.standpoint} />
            )}
          </>
        )}
      </Field>
      <Field
        id="opinion-words"
        label={texts.words}
        support={texts.wordsHelp}
        required={standpoint !== undefined && standpoint !== 'clear'}
        errors={errors.answer}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            maxLength={10_000}
            value={typed.answer}
            onChange={({ target }) => set({ answer: target.value })}
          />
        )}
      </Field>
      <Files opinion={opinion} onChange={onChange} />
      <p className="desk-small">{texts.sendLead}</p>
      <Buttons>
        <Button type="submit" look="primary" blocked={send.isPending}>
          {texts.send}
        </Button>
      </Buttons>
    </form>
  );
}

function Files({ opinion, onChange }: Omit<AnswerFormProps, 'onSent'>): ReactNode {
  const texts = useDeskOpinionsTexts().one;
  const picker = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const [files, setFiles] = useState<readonly DeskFileView[]>(opinion.files);
  const [leaving] = useState(() => new AbortController());
  useEffect(() => () => leaving.abort(), [leaving]);
  function keep(change: (before: readonly DeskFileView[]) => readonly DeskFileView[]): void {
    setFiles((before) => {
      const after = change(before);
      queueMicrotask(() => onChange({ ...opinion, files: [...after] }));
      return after;
    });
  }
  async function take(list: FileList | null): Promise<void> {
    for (const one of list ?? []) {
      setFailure(null);
      setSending((count) => count + 1);
      try {
        const arrived = await addOpinionFile(opinion.id, one, leaving.signal);
        keep((before) => [...before, arrived]);
      } catch (error) {
        if (leaving.signal.aborted) return;
        setFailure(error);
      } finally {
        setSending((count) => count - 1);
      }
    }
  }
  async function drop(one: DeskFileView): Promise<void> {
    try {
      await removeOpinionFile(opinion.id, one.id);
      keep((before) => before.filter(({ id }) => id !== one.id));
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <Field label={texts.file} group>
      {() => (
        <>
          <RefusalBanner error={failure} />
          {files.length > 0 && (
            <ul className="tz-files">
              {files.map((file) => (
                <FileRow
                  key={file.id}
                  name={file.name}
                  meta={
                    <a href={deskFileAddress(file.id)} target="_blank" rel="noreferrer">
                      {sizeText(file.bytes)}
                    </a>
                  }
                  actions={
                    <Button
                      size="small"
                      look="text"
                      aria-label={texts.removeFile(file.name)}
                      onClick={() => void drop(file)}
                    >
                      ×
                    </Button>
                  }
                />
              ))}
            </ul>
          )}
          {sending > 0 && <p role="status">{texts.sending}</p>}
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept="application/pdf,image/jpeg,image/png,image/heic,image/webp,.heic"
            data-testid="opinion-picker"
            onChange={({ target }) => {
              void take(target.files).then(() => {
                target.value = '';
              });
            }}
          />
          <Button size="small" onClick={() => picker.current?.click()}>
            {texts.addFile}
          </Button>
        </>
      )}
    </Field>
  );
}
