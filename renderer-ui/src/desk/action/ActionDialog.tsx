import { useState, type FormEvent, type ReactNode } from 'react';
import { takeAction } from '../../api/desk.js';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { Banner, Button, Buttons, DescriptionList, Dialog, ErrorSummary } from '../../ui/index.js';
import { CorrectionList } from '../correction/CorrectionList.js';
import { useDeskTexts } from '../desk-texts.js';
import { actionFaults, toActionRequest, type ActionForm } from './action-form.js';
import { ActionOutlook } from './ActionOutlook.js';
import { ActionPreview } from './ActionPreview.js';
import { ChangeRefused } from './ChangeRefused.js';
import { faultLines, faultsByPlace } from './fault-lines.js';
import { ReasonFields } from './ReasonFields.js';
import { StaffFieldInputs } from './StaffFieldInputs.js';
import { readStaffFields } from './staff-fields.js';
import type { Change } from './use-change.js';

interface ActionDialogProps {
  /** As offered when the dialog opened; the present offer may be gone after somebody else acted. */
  readonly action: ActionView;
  readonly application: DeskApplicationView;
  readonly change: Change;
  readonly form: ActionForm;
  readonly onForm: (form: ActionForm) => void;
  readonly onClose: () => void;
  readonly onDone: (application: DeskApplicationView) => void;
  readonly onLoad: (present: DeskApplicationView) => void;
}

/** Everything one action asks for, what will follow from it, and the button that does it. */
export function ActionDialog(props: ActionDialogProps): ReactNode {
  const { action, application, change, form, onForm, onClose, onDone, onLoad } = props;
  const texts = useDeskTexts();
  const [attempt, setAttempt] = useState(0);
  const offered = application.actions.find((candidate) => candidate.name === action.name);
  const possible = offered !== undefined && offered.refused === null;
  const faults = attempt === 0 ? [] : actionFaults(action, form);
  const wrong = faultsByPlace(faults, texts.faults);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (change.isPending || !possible || actionFaults(action, form).length > 0) return;
    const request = toActionRequest(action, form, application.lock);
    change.mutate(() => takeAction(application.id, action.name, request), { onSuccess: onDone });
  }

  return (
    <Dialog title={action.title} open onClose={onClose} wide>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p className="tz-quiet">
          <span className="tz-number">{application.number}</span>　{application.subject}
          {texts.signs.aside(application.applicantName)}
        </p>
        {application.highlights.length > 0 && (
          <DescriptionList
            rows={application.highlights.map(({ title, text }) => ({ key: title, term: title, value: text }))}
          />
        )}
        <ErrorSummary lines={faultLines(faults, texts.faults)} attempt={attempt} />
        {!possible && <Banner tone="warning" role="status" title={texts.actions.notThere} />}
        <ChangeRefused error={change.error} onLoad={onLoad} />
        {action.requires.targets && (
          <section className="desk-preview" aria-labelledby="desk-preview">
            <h3 id="desk-preview" className="desk-outlook__title">
              {texts.correction.preview}
            </h3>
            <CorrectionList note={form.publicReason} points={form.points} />
          </section>
        )}
        <StaffFieldInputs
          fields={readStaffFields(action.requires.fields)}
          typed={form.fields}
          wrong={wrong}
          onChange={(name, value) => onForm({ ...form, fields: { ...form.fields, [name]: value } })}
        />
        <ReasonFields
          action={action}
          form={form}
          reasons={application.reasons}
          wrong={wrong}
          onChange={onForm}
        />
        <ActionOutlook action={action} application={application} />
        {possible && (
          <ActionPreview
            action={action}
            application={application}
            request={toActionRequest(action, form, application.lock)}
            isReady={() => {
              if (actionFaults(action, form).length === 0) return true;
              setAttempt((before) => before + 1);
              return false;
            }}
          />
        )}
        <Buttons>
          <Button
            type="submit"
            look={action.tone === 'danger' ? 'danger' : 'primary'}
            size="large"
            blocked={change.isPending || !possible}
          >
            {change.isPending ? texts.actions.running : action.title}
          </Button>
          <Button size="large" onClick={onClose}>
            {texts.actions.cancel}
          </Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
