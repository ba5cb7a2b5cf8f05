import type { ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { Button, FieldErrors, FileRow, sizeText } from '../../../ui/index.js';
import type { FormFiles, PendingUpload } from '../../session/form-session.js';

interface PendingFileProps {
  readonly one: PendingUpload;
  readonly id: string;
  readonly files: Pick<FormFiles, 'cancel' | 'retry' | 'dismiss'>;
}

/** A file that has not arrived: how far it is, or why it is not, and what can be done about it. */
export function PendingFile({ one, id, files }: PendingFileProps): ReactNode {
  const texts = useFormTexts().attachment;
  const { key, name, bytes, progress, state, failure, canRetry } = one;
  const action = (label: string, act: (key: string) => void): ReactNode => (
    <Button look="text" size="small" onClick={() => act(key)}>
      {label}
      <span className="tz-hidden"> {name}</span>
    </Button>
  );
  const said = {
    preparing: texts.preparing,
    waiting: texts.waiting,
    paused: texts.paused,
    sending: texts.sending(Math.round(progress * 100)),
    failed: '',
  };
  return (
    <FileRow
      name={name}
      progress={failure === null ? progress : null}
      progressLabel={name}
      meta={
        failure === null ? (
          `${sizeText(bytes)}${texts.between}${said[state]}`
        ) : (
          <FieldErrors id={id} errors={[failure]} />
        )
      }
      actions={
        failure === null ? (
          action(texts.cancel, files.cancel)
        ) : (
          <>
            {canRetry && action(texts.retry, files.retry)}
            {action(texts.dismiss, files.dismiss)}
          </>
        )
      }
    />
  );
}
