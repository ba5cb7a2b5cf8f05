import { useState, type ReactNode } from 'react';
import {
  fieldPathOf,
  resolvePointer,
  targetLabel,
  valueInWords,
  withValueAt,
  type AnswerConflict,
  type Form,
  type RawAnswers,
} from '../../form/index.js';
import { timeText, useKeepingTexts, useLanguage, useMeetingTexts } from '../../texts/index.js';
import { Button, Buttons, ChoiceBox, Dialog } from '../../ui/index.js';
import type { OpenConflict } from './use-draft-keeping.js';

interface ConflictDialogProps {
  readonly form: Form;
  readonly conflict: OpenConflict;
  readonly onSettle: (answers: RawAnswers) => void;
}

/** Both answers of each question that was answered in two ways; nobody but the applicant can know which is right. */
export function ConflictDialog({ form, conflict, onSettle }: ConflictDialogProps): ReactNode {
  const texts = useMeetingTexts().conflict;
  const title = useKeepingTexts().conflict;
  const language = useLanguage();
  const { merged: answers } = conflict;
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (path: string, isTheirs: boolean): void =>
    setTheirs((before) => {
      const next = new Set(before);
      if (isTheirs) next.add(path);
      else next.delete(path);
      return next;
    });
  return (
    <Dialog title={title} open onClose={() => undefined}>
      <p>{texts.lead}</p>
      <div className="tz-conflicts">
        {conflict.conflicts.map((one) => (
          <fieldset key={one.path} className="tz-conflicts__one">
            <legend>{targetLabel(form, one.path, answers, language)}</legend>
            <ChoiceBox
              kind="radio"
              framed
              name={one.path}
              checked={!theirs.has(one.path)}
              onChange={() => choose(one.path, false)}
            >
              <Side form={form} title={texts.mine} path={one.path} value={one.mine} />
            </ChoiceBox>
            <ChoiceBox
              kind="radio"
              framed
              name={one.path}
              checked={theirs.has(one.path)}
              onChange={() => choose(one.path, true)}
            >
              <Side
                form={form}
                title={texts.theirs(timeText(conflict.theirs.savedAt))}
                path={one.path}
                value={one.theirs}
              />
            </ChoiceBox>
          </fieldset>
        ))}
      </div>
      <Buttons>
        <Button
          look="primary"
          onClick={() =>
            onSettle(
              conflict.conflicts.reduce(
                (settled, one) => decide(form, settled, one, theirs.has(one.path)),
                answers,
              ),
            )
          }
        >
          {texts.settle}
        </Button>
      </Buttons>
    </Dialog>
  );
}

const ROW = /\/@[^/]+$/;

interface SideProps {
  readonly form: Form;
  readonly title: string;
  readonly path: string;
  readonly value: unknown;
}

function Side({ form, title, path, value }: SideProps): ReactNode {
  const texts = useMeetingTexts().conflict;
  const language = useLanguage();
  const field = form.fields.get(fieldPathOf(path).replace(/\.@[^.]+/g, '[]'));
  const words = ((): string => {
    if (ROW.test(path)) return value === null ? texts.rowGone : texts.row;
    return value === null || !field ? texts.none : valueInWords(field, value, language);
  })();
  return (
    <>
      <span className="tz-quiet">{title}</span>
      <span className="tz-conflicts__value">{words}</span>
    </>
  );
}

/** A row that somebody wants gone goes; of a question the answer chosen stands there. */
function decide(form: Form, answers: RawAnswers, conflict: AnswerConflict, isTheirs: boolean): RawAnswers {
  const { path, mine, theirs } = conflict;
  const place = resolvePointer(form, answers, path);
  if (!place) return answers;
  const wanted = isTheirs ? theirs : mine;
  if (ROW.test(path) && wanted !== null) return answers;
  return withValueAt(answers, place.pointer, wanted ?? undefined);
}
