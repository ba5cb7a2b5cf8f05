import { useState, type FormEvent, type ReactNode } from 'react';
import { useUiTexts } from '../../texts/index.js';
import { Button, Buttons, Dialog, Field, TextArea } from '../../ui/index.js';
import { RefusalBanner } from './RefusalBanner.js';
import { useSending } from './use-sending.js';

interface ConfirmDialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly submit: string;
  readonly danger?: boolean;
  /** Label of the reason, where one is asked for. */
  readonly reason?: string;
  /** Said where the reason is left out; without it the server says so. */
  readonly reasonMissing?: string;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

const REASON = 'confirm-reason';

/** Says what will happen before it does; closes once it has. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { title, lead, submit, danger = false, reason: label, reasonMissing, onClose, onConfirm } = props;
  const ui = useUiTexts();
  const sending = useSending(() => REASON);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = reasonMissing !== undefined && reason.trim() === '' ? [reasonMissing] : [];
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return;
    const done = await sending.send(async () => {
      await onConfirm(reason.trim());
    });
    if (done) onClose();
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="tz-stack" noValidate onSubmit={(event) => void send(event)}>
        {lead !== undefined && <p>{lead}</p>}
        <RefusalBanner error={sending.failure} />
        {label !== undefined && (
          <Field
            label={label}
            id={REASON}
            required
            errors={isTried && missing.length > 0 ? missing : sending.errorsOf('reason')}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                maxLength={1_000}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
        )}
        <Buttons>
          <Button type="submit" look={danger ? 'danger' : 'primary'} blocked={sending.busy}>
            {submit}
          </Button>
          <Button onClick={onClose}>{ui.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
