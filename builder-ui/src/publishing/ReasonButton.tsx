import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/session/index.js';
import { Button, Buttons, Dialog, Field, TextArea } from '../../../renderer-ui/src/ui/index.js';
import { usePublishingTexts } from '../texts/publishing.js';

interface ReasonButtonProps<T> {
  /** On the button, and on the one in the dialog that does it. */
  readonly label: string;
  /** Where the same button stands more than once. */
  readonly spoken?: string;
  readonly small?: boolean;
  readonly title: string;
  readonly lead?: string;
  readonly run: (reason: string) => Promise<T>;
  readonly onDone: (answer: T) => void;
}

/** Something that is done with a reason, which others read. */
export function ReasonButton<T>(props: ReasonButtonProps<T>): ReactNode {
  const { label, spoken, small, title, lead, run, onDone } = props;
  const [isOpen, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: run,
    onSuccess: (answer) => {
      setOpen(false);
      onDone(answer);
    },
  });
  const close = (): void => setOpen(false);
  return (
    <>
      <Button size={small ? 'small' : 'normal'} aria-label={spoken} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} open={isOpen} onClose={close}>
        <ReasonForm
          {...(lead !== undefined && { lead })}
          button={label}
          error={change.error}
          isPending={change.isPending}
          onReason={change.mutate}
          onClose={close}
        />
      </Dialog>
    </>
  );
}

interface ReasonFormProps {
  readonly lead?: string;
  readonly button: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

function ReasonForm({ lead, button, error, isPending, onReason, onClose }: ReasonFormProps): ReactNode {
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
