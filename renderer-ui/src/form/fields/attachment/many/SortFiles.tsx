import { useEffect, useState, type ReactNode } from 'react';
import { useFormTexts } from '../../../../texts/index.js';
import {
  Button,
  Buttons,
  Dialog,
  ErrorSummary,
  Field,
  Icon,
  InJapanese,
  Select,
  sizeText,
  useAnnounce,
} from '../../../../ui/index.js';
import { valueAt } from '../../../pointer.js';
import { useFormFiles, useFormSession } from '../../../session/form-session.js';
import { idsOf, refusalOf, ruleOf } from '../limits.js';
import type { AttachmentQuestion } from './attachment-questions.js';
import { proposeQuestion } from './propose-question.js';
import './sort-files.css';

/** Instead of a pointer: the file is put to no question. */
const LEFT_OUT = '-';
/** What every browser draws. */
const DRAWABLE = /^image\/(?:jpeg|png|webp)$/;

interface SortFilesProps {
  readonly questions: readonly AttachmentQuestion[];
  /** null: nothing is being sorted. */
  readonly files: readonly File[] | null;
  readonly onClose: () => void;
}

/** Asks of every chosen file to which question it belongs. */
export function SortFiles({ questions, files, onClose }: SortFilesProps): ReactNode {
  const texts = useFormTexts().attachment.many;
  return (
    <Dialog title={texts.ask} open={files !== null} wide onClose={onClose}>
      {files !== null && <Sorting questions={questions} files={files} onClose={onClose} />}
    </Dialog>
  );
}

interface SortingProps extends SortFilesProps {
  readonly files: readonly File[];
}

function Sorting({ questions, files, onClose }: SortingProps): ReactNode {
  const texts = useFormTexts().attachment.many;
  const formFiles = useFormFiles();
  const announce = useAnnounce();
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState(() => files.map((file) => firstChoice(file, questions)));
  const roomOf = useRoom();
  const faults = files.map((file, index) => {
    const pointer = chosen[index] ?? '';
    if (pointer === '') return texts.missing(file.name);
    const question = questions.find((one) => one.pointer === pointer);
    if (!question) return null;
    const room = roomOf(question);
    const before = chosen.slice(0, index).filter((other) => other === pointer).length;
    return before < room ? null : texts.tooMany(question.field.title, room);
  });
  const lines = faults.flatMap((text, index) => (text === null ? [] : [{ controlId: idAt(index), text }]));

  const put = (): void => {
    if (lines.length > 0) return setAttempt((count) => count + 1);
    for (const { pointer } of questions) {
      const own = files.filter((_, index) => chosen[index] === pointer);
      if (own.length > 0) formFiles.add(pointer, own);
    }
    const count = chosen.filter((pointer) => pointer !== LEFT_OUT).length;
    if (count > 0) announce(texts.done(count));
    onClose();
  };
  return (
    <>
      {attempt > 0 && lines.length > 0 && <ErrorSummary lines={lines} attempt={attempt} />}
      <p>{texts.askLead}</p>
      <ul className="tz-sort">
        {files.map((file, index) => (
          <li key={`${index} ${file.name}`} className="tz-sort__file">
            <Thumbnail file={file} />
            <FileQuestion
              id={idAt(index)}
              file={file}
              takers={takersOf(file, questions)}
              value={chosen[index] ?? ''}
              fault={attempt > 0 ? (faults[index] ?? null) : null}
              onChange={(pointer) => setChosen((now) => now.map((one, at) => (at === index ? pointer : one)))}
            />
          </li>
        ))}
      </ul>
      <Buttons>
        <Button look="primary" onClick={put}>
          {texts.put}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </>
  );
}

interface FileQuestionProps {
  readonly id: string;
  readonly file: File;
  readonly takers: readonly AttachmentQuestion[];
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (pointer: string) => void;
}

function FileQuestion({ id, file, takers, value, fault, onChange }: FileQuestionProps): ReactNode {
  const form = useFormTexts();
  const texts = form.attachment.many;
  const label = (
    <>
      <InJapanese>{file.name}</InJapanese>
      <span className="tz-sort__size">{sizeText(file.size)}</span>
    </>
  );
  if (takers.length === 0) {
    return (
      <div>
        <p className="tz-field__label">{label}</p>
        <p className="tz-quiet">{texts.nowhere}</p>
      </div>
    );
  }
  return (
    <Field id={id} label={label} errors={fault === null ? [] : [fault]}>
      {(control) => (
        <Select
          {...control}
          value={value}
          empty={form.choose}
          choices={[
            ...takers.map(({ pointer, field }) => ({ value: pointer, label: field.title })),
            { value: LEFT_OUT, label: texts.leaveOut },
          ]}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Thumbnail({ file }: { readonly file: File }): ReactNode {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!DRAWABLE.test(file.type)) return undefined;
    const made = URL.createObjectURL(file);
    const frame = requestAnimationFrame(() => setAddress(made));
    return () => {
      cancelAnimationFrame(frame);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address === null ? (
    <span className="tz-file__picture">
      <Icon name="file" />
    </span>
  ) : (
    <img className="tz-file__picture" src={address} alt="" />
  );
}

function useRoom(): (question: AttachmentQuestion) => number {
  const { inHand } = useFormSession();
  const files = useFormFiles();
  return ({ pointer, field }) => {
    const there = idsOf(valueAt(inHand.state.answers, pointer)).length;
    const coming = files.pending(pointer).filter(({ failure }) => failure === null).length;
    return Math.max(0, ruleOf(field).maxCount - there - coming);
  };
}

function takersOf(file: File, questions: readonly AttachmentQuestion[]): readonly AttachmentQuestion[] {
  return questions.filter(({ field }) => refusalOf(file, ruleOf(field)) === null);
}

/** The pointer of the question that its name speaks of, or of the only one that takes it; `''` where it must be asked. */
function firstChoice(file: File, questions: readonly AttachmentQuestion[]): string {
  const takers = takersOf(file, questions);
  if (takers.length === 0) return LEFT_OUT;
  const proposed = proposeQuestion(
    file.name,
    takers.map(({ field }) => field.title),
  );
  const [only] = takers.length === 1 ? takers : [];
  return (proposed === null ? only : takers[proposed])?.pointer ?? '';
}

function idAt(index: number): string {
  return `many-files-${index}`;
}
