import type { ReactNode } from 'react';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { addSentence } from '../correction/correction-points.js';
import { useDeskTexts } from '../desk-texts.js';
import { countCharacters, type ActionForm } from './action-form.js';
import { ReadySentence } from './ReadySentence.js';
import { ReasonField } from './ReasonField.js';

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
  const box = { form, wrong, onForm: onChange };
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
          <ReasonField
            {...box}
            name="publicReason"
            label={texts.publicReason}
            help={`${texts.publicReasonHelp}${least > 1 ? texts.minLength(least) : ''}`}
            rows={5}
            required
          />
          <p className="desk-counter" data-short={least > 1 && count < least}>
            {least > 1 ? texts.counter(count, least) : texts.counterPlain(count)}
            {least > 1 && count < least && `${signs.also}${texts.counterMissing(least - count)}`}
          </p>
        </div>
      )}
      <ReasonField
        {...box}
        name="reason"
        label={texts.reason}
        help={texts.reasonHelp}
        rows={3}
        required={requires.reason}
      />
    </>
  );
}
