import type { ReactNode } from 'react';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { Field, TextArea } from '../../ui/index.js';
import { addSentence } from '../correction/correction-points.js';
import { useDeskTexts } from '../desk-texts.js';
import { countCharacters, type ActionForm } from './action-form.js';
import { controlId } from './fault-lines.js';
import { ReadySentence } from './ReadySentence.js';

interface ReasonFieldsProps {
  readonly action: ActionView;
  readonly form: ActionForm;
  readonly reasons: DeskApplicationView['reasons'];
  /** Sentence by place, of what is wrong. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly onChange: (form: ActionForm) => void;
}

/** The reason in plain words for the applicant, where the action asks for one, and the note for colleagues. */
export function ReasonFields({ action, form, reasons, wrong, onChange }: ReasonFieldsProps): ReactNode {
  const { actions: texts, signs } = useDeskTexts();
  const { requires } = action;
  const least = requires.publicReasonMinLength;
  const count = countCharacters(form.publicReason);
  const inPublic = wrong.get('publicReason');
  const inReason = wrong.get('reason');
  return (
    <>
      {requires.publicReason && (
        <div className="desk-reason-field">
          <ReadySentence
            reasons={reasons}
            target={texts.publicReason}
            onInsert={(sentence) =>
              onChange({ ...form, publicReason: addSentence(form.publicReason, sentence) })
            }
          />
          <Field
            label={texts.publicReason}
            id={controlId('publicReason')}
            required
            support={`${texts.publicReasonHelp}${least > 1 ? texts.minLength(least) : ''}`}
            errors={inPublic ? [inPublic] : []}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={5}
                lang="ja"
                value={form.publicReason}
                onChange={(event) => onChange({ ...form, publicReason: event.target.value })}
              />
            )}
          </Field>
          <p className="desk-counter" data-short={least > 1 && count < least}>
            {least > 1 ? texts.counter(count, least) : texts.counterPlain(count)}
            {least > 1 && count < least && `${signs.also}${texts.counterMissing(least - count)}`}
          </p>
        </div>
      )}
      <Field
        label={texts.reason}
        id={controlId('reason')}
        required={requires.reason}
        support={texts.reasonHelp}
        errors={inReason ? [inReason] : []}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={form.reason}
            onChange={(event) => onChange({ ...form, reason: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
