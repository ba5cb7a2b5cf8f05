import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../../../renderer-ui/src/desk/index.js';
import { Button } from '../../../renderer-ui/src/ui/index.js';
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
  const texts = usePublishingTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={small ? 'small' : 'normal'} aria-label={spoken} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={title}
          {...(lead !== undefined && { lead })}
          submit={label}
          danger
          reason={texts.reason}
          reasonMissing={texts.reasonMissing}
          onClose={() => setOpen(false)}
          onConfirm={async (reason) => onDone(await run(reason))}
        />
      )}
    </>
  );
}
