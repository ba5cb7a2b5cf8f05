import { useState, type FormEvent, type ReactNode } from 'react';
import { RefusalBanner } from '../../../renderer-ui/src/desk/session/index.js';
import { Button, Buttons, Dialog, Field, TextArea } from '../../../renderer-ui/src/ui/index.js';
import { usePublishingTexts } from '../texts/publishing.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly button: string;
  readonly open: boolean;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** Something that is done with a reason, which others read. */
export function ReasonDialog({ title, open, onClose, ...rest }: ReasonDialogProps): ReactNode {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <ReasonForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function ReasonForm({
  lead,
  button,
  error,
  isPending,
  onReason,
  onClose,
}: Omit<ReasonDialogProps, 'title' | 'open'>): ReactNode {
  const texts = usePublishingTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !isPending) onReason(reason.trim());
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      {lead !== undefined && <p>{lead}</p>}
      <RefusalBanner error={error} />
      <Field
        label={texts.reason}
        id="publishing-reason"
        required
        errors={tried && isMissing ? [texts.reasonMissing] : []}
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
      <Buttons>
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button type="submit" look="danger" blocked={isPending}>
          {button}
        </Button>
      </Buttons>
    </form>
  );
}
