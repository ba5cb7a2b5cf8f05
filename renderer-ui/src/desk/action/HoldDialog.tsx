import { useState, type FormEvent, type ReactNode } from 'react';
import { holdApplication } from '../../api/desk.js';
import type { DeskApplicationView } from '../../api/types.js';
import { Button, Buttons, Dialog, ErrorSummary, Field, TextArea, TextInput } from '../../ui/index.js';
import { todayInJapan } from '../../texts/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { useOfficial } from '../session/official.js';
import type { ActionForm } from './action-form.js';
import { ChangeRefused } from './ChangeRefused.js';
import { holdFaults } from './hold-form.js';
import type { Change } from './use-change.js';

interface HoldDialogProps {
  readonly application: DeskApplicationView;
  readonly change: Change;
  readonly form: ActionForm;
  readonly onForm: (form: ActionForm) => void;
  readonly onClose: () => void;
  readonly onDone: (after: DeskApplicationView) => void;
  readonly onLoad: (present: DeskApplicationView) => void;
}

const REASON = 'hold-reason';
const REVIEW_ON = 'hold-review-on';

/** 保留 is never silent: it has a reason, an owner (whoever holds) and the day of the next look. */
export function HoldDialog(props: HoldDialogProps): ReactNode {
  const { application, change, form, onForm, onClose, onDone, onLoad } = props;
  const texts = useDeskTexts();
  const official = useOfficial();
  const [attempt, setAttempt] = useState(0);
  const reviewOn = String(form.fields['reviewOn'] ?? '');
  const faults = holdFaults(form.reason, reviewOn, todayInJapan());
  const shown = attempt === 0 ? { reason: null, reviewOn: null } : faults;
  const inReason = shown.reason === null ? [] : [texts.faults[shown.reason]()];
  const inReviewOn = shown.reviewOn === null ? [] : [texts.faults[shown.reviewOn]()];
  const lines = [
    ...inReason.map((text) => ({ controlId: REASON, text })),
    ...inReviewOn.map((text) => ({ controlId: REVIEW_ON, text })),
  ];

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (change.isPending || faults.reason !== null || faults.reviewOn !== null) return;
    const { id, lock } = application;
    change.mutate(() => holdApplication(id, lock, form.reason.trim(), reviewOn), { onSuccess: onDone });
  }

  return (
    <Dialog title={texts.hold.title} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>{texts.hold.lead}</p>
        <ErrorSummary lines={lines} attempt={attempt} />
        <ChangeRefused error={change.error} onLoad={onLoad} />
        <Field
          label={texts.hold.reason}
          id={REASON}
          required
          support={texts.hold.reasonHelp}
          errors={inReason}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              value={form.reason}
              onChange={(event) => onForm({ ...form, reason: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={texts.hold.reviewOn}
          id={REVIEW_ON}
          required
          support={texts.hold.reviewOnHelp}
          errors={inReviewOn}
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              chars={14}
              value={reviewOn}
              onChange={(event) => onForm({ ...form, fields: { reviewOn: event.target.value } })}
            />
          )}
        </Field>
        <p>
          {texts.hold.owner}
          {texts.signs.colon}
          <strong>{official.name}</strong>
        </p>
        <Buttons>
          <Button type="submit" look="primary" size="large" blocked={change.isPending}>
            {texts.hold.run}
          </Button>
          <Button size="large" onClick={onClose}>
            {texts.actions.cancel}
          </Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
