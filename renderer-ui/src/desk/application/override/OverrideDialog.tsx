import { useState, type FormEvent, type ReactNode } from 'react';
import { overrideComputed } from '../../../api/desk.js';
import type { DeskApplicationView } from '../../../api/types.js';
import type { Field as Question, Form } from '../../../form/index.js';
import { fieldPathAt } from '#engine';
import { useOverrideTexts } from '../../../texts/index.js';
import { Button, Buttons, Dialog, ErrorSummary } from '../../../ui/index.js';
import type { ActionForm } from '../../action/action-form.js';
import { ChangeRefused } from '../../action/ChangeRefused.js';
import { faultLines, faultsByPlace } from '../../action/fault-lines.js';
import { ReasonField } from '../../action/ReasonField.js';
import { StaffFieldInputs } from '../../action/StaffFieldInputs.js';
import { toFieldValues } from '../../action/staff-fields.js';
import type { Change } from '../../action/use-change.js';
import { useDeskTexts } from '../../desk-texts.js';
import { AnswerValue } from '../answers/AnswerValue.js';
import { overrideFaults, valueQuestion, type Overridable } from './override-faults.js';

interface OverrideDialogProps {
  readonly application: DeskApplicationView;
  readonly answers: Form;
  readonly path: string;
  readonly back: boolean;
  readonly change: Change;
  readonly form: ActionForm;
  readonly onForm: (form: ActionForm) => void;
  readonly onClose: () => void;
  readonly onDone: (title: string, after: DeskApplicationView) => void;
  readonly onLoad: (present: DeskApplicationView) => void;
}

/** Sets a computed value to another, with what it was computed to in sight and a reason for each side. */
export function OverrideDialog(props: OverrideDialogProps): ReactNode {
  const { application, answers, path } = props;
  const field = answers.fields.get(fieldPathAt(path));
  const may = application.overridable.find((one) => one.path === path);
  return field && may ? <Asking {...props} field={field} may={may} /> : null;
}

type AskingProps = OverrideDialogProps & { readonly field: Question; readonly may: Overridable };

function Asking(props: AskingProps): ReactNode {
  const { application, answers, path, back, change, form, onForm, onClose, onDone, onLoad, field, may } =
    props;
  const texts = useOverrideTexts();
  const desk = useDeskTexts();
  const [attempt, setAttempt] = useState(0);
  const questions = valueQuestion(
    field,
    may,
    `${texts.value}${field.unit ? desk.signs.aside(field.unit) : ''}`,
  );
  const faults = overrideFaults(questions, may, form, back);
  const shown = attempt === 0 ? [] : faults;
  const wrong = faultsByPlace(shown, desk.faults);
  const box = { form, wrong, onForm };
  const context = { form: answers, field, attachments: [], onView: () => undefined };

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (change.isPending || faults.length > 0) return;
    const { value } = toFieldValues(questions, form.fields);
    const request = {
      lock: application.lock,
      path,
      value: back ? null : (value as string | number | boolean),
      reason: form.reason.trim(),
      publicReason: back ? '' : form.publicReason.trim(),
    };
    const title = (back ? texts.doneBack : texts.done)(field.title);
    change.mutate(() => overrideComputed(application.id, request), {
      onSuccess: (after) => onDone(title, after),
    });
  }

  return (
    <Dialog title={(back ? texts.backOf : texts.changeOf)(field.title)} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>{back ? texts.backLead : texts.lead}</p>
        <ErrorSummary lines={[...faultLines(shown, desk.faults)]} attempt={attempt} />
        <ChangeRefused error={change.error} onLoad={onLoad} />
        <p>
          {texts.computed}
          {desk.signs.colon}
          <strong>
            <AnswerValue {...context} value={may.computed} />
          </strong>
        </p>
        {!back && (
          <StaffFieldInputs
            fields={questions}
            typed={form.fields}
            wrong={wrong}
            onChange={(name, value) => onForm({ ...form, fields: { ...form.fields, [name]: value } })}
          />
        )}
        {!back && may.isShown && (
          <ReasonField
            {...box}
            name="publicReason"
            label={texts.publicReason}
            help={texts.publicReasonHelp}
            rows={3}
            required
          />
        )}
        <ReasonField {...box} name="reason" label={texts.reason} help={texts.reasonHelp} rows={3} required />
        <Buttons>
          <Button type="submit" look="primary" size="large" blocked={change.isPending}>
            {back ? texts.runBack : texts.run}
          </Button>
          <Button size="large" onClick={onClose}>
            {desk.actions.cancel}
          </Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
