import { useState, type ReactNode } from 'react';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { Button, Buttons, ErrorSummary, Field, TextArea } from '../../ui/index.js';
import { dateText, useLanguage } from '../../texts/index.js';
import type { ActionForm } from '../action/action-form.js';
import { controlId, faultLines, faultsByPlace } from '../action/fault-lines.js';
import { ReadySentence } from '../action/ReadySentence.js';
import { AnswerLink } from '../application/answers/AnswerLink.js';
import { useDeskTexts } from '../desk-texts.js';
import { addSentence, commentPoint, type CorrectionPoint } from './correction-points.js';
import { pointFaults } from './point-faults.js';

interface CorrectionComposerProps {
  readonly action: ActionView;
  readonly reasons: DeskApplicationView['reasons'];
  readonly form: ActionForm;
  readonly onForm: (form: ActionForm) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The points ticked in the answers, each with what to do; all of them leave together. */
export function CorrectionComposer(props: CorrectionComposerProps): ReactNode {
  const { action, reasons, form, onForm, onConfirm, onCancel } = props;
  const texts = useDeskTexts();
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const faults = attempt === 0 ? [] : pointFaults(form.points);
  const wrong = faultsByPlace(faults, texts.faults);
  const dueOn = action.outlook?.correctionDueOn ?? null;

  function confirm(): void {
    setAttempt((before) => before + 1);
    if (pointFaults(form.points).length === 0) onConfirm();
  }

  return (
    <section
      className="desk-rail-card desk-composer"
      id="desk-composer"
      aria-labelledby="desk-composer-title"
    >
      <h3 id="desk-composer-title" className="desk-rail-card__title" tabIndex={-1}>
        {action.title}
      </h3>
      <p className="desk-small">{texts.correction.lead}</p>
      {dueOn !== null && <p className="desk-small">{texts.correction.dueOn(dateText(dueOn, language))}</p>}
      <ErrorSummary lines={faultLines(faults, texts.faults)} attempt={attempt} />
      <p role="status">
        <strong>
          {form.points.length === 0 ? texts.correction.none : texts.correction.selected(form.points.length)}
        </strong>
      </p>
      <ol className="desk-points">
        {form.points.map((point) => (
          <Point
            key={point.path}
            point={point}
            reasons={reasons}
            wrong={wrong.get(point.path)}
            onComment={(comment) =>
              onForm({ ...form, points: commentPoint(form.points, point.path, comment) })
            }
            onRemove={() =>
              onForm({ ...form, points: form.points.filter((other) => other.path !== point.path) })
            }
          />
        ))}
      </ol>
      <Field label={texts.correction.note} support={texts.correction.noteHelp}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            lang="ja"
            value={form.publicReason}
            onChange={(event) => onForm({ ...form, publicReason: event.target.value })}
          />
        )}
      </Field>
      <Buttons>
        <Button look="primary" onClick={confirm}>
          {texts.correction.confirm}
        </Button>
        <Button onClick={onCancel}>{texts.correction.cancel}</Button>
      </Buttons>
      <p className="desk-small tz-quiet">{texts.correction.cancelHelp}</p>
    </section>
  );
}

interface PointProps {
  readonly point: CorrectionPoint;
  readonly reasons: DeskApplicationView['reasons'];
  readonly wrong: string | undefined;
  readonly onComment: (comment: string) => void;
  readonly onRemove: () => void;
}

function Point({ point, reasons, wrong, onComment, onRemove }: PointProps): ReactNode {
  const texts = useDeskTexts();
  return (
    <li className="desk-point">
      <div className="desk-point__head">
        <AnswerLink path={point.path}>{point.label}</AnswerLink>
        <Button
          look="text"
          size="small"
          aria-label={texts.correction.removeOf(point.label)}
          onClick={onRemove}
        >
          {texts.correction.remove}
        </Button>
      </div>
      <ReadySentence
        reasons={reasons}
        target={point.label}
        onInsert={(sentence) => onComment(addSentence(point.comment, sentence))}
      />
      <Field
        label={texts.correction.comment}
        id={controlId(point.path)}
        required
        support={texts.correction.commentHelp}
        errors={wrong ? [wrong] : []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            lang="ja"
            value={point.comment}
            onChange={(event) => onComment(event.target.value)}
          />
        )}
      </Field>
    </li>
  );
}
