import { useState, type FormEvent, type ReactNode } from 'react';
import { useDeskPaymentTexts, useUiTexts } from '../../texts/index.js';
import { Button, Buttons, Dialog, ErrorSummary, Field, TextArea } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly label: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

const REASON = 'payment-reason';

/** Whatever takes a person's word: the reason is recorded with the name. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { title, lead, label, submit, danger = false, busy, error, onClose, onReason } = props;
  const texts = useDeskPaymentTexts().steps;
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = reason.trim().length < 2;
  const faults = attempt > 0 && missing ? [{ controlId: REASON, text: texts.reasonMissing }] : [];
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (!busy && !missing) onReason(reason.trim());
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="tz-stack" onSubmit={send} noValidate>
        {lead}
        <ErrorSummary lines={faults} attempt={attempt} />
        <RefusalBanner error={error} />
        <Field label={label} id={REASON} required errors={faults.map(({ text }) => text)}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Buttons>
          <Button type="submit" look={danger ? 'danger' : 'primary'} blocked={busy}>
            {submit}
          </Button>
          <Button onClick={onClose}>{useUiTexts().close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
