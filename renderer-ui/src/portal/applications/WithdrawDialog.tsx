import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { withdrawApplication } from '../../api/applications.js';
import { keys } from '../../api/queries.js';
import { useApplicationsTexts } from '../../texts/index.js';
import { Button, Buttons, Dialog, Field, TextArea } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';

interface WithdrawDialogProps {
  readonly applicationId: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onWithdrawn: () => void;
}

export function WithdrawDialog({
  applicationId,
  open,
  onClose,
  onWithdrawn,
}: WithdrawDialogProps): ReactNode {
  const texts = useApplicationsTexts();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const errors = tried && reason.trim() === '' ? [texts.page.withdrawReasonMissing] : [];
  const withdraw = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') {
      document.getElementById('withdraw-reason')?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const view = await withdrawApplication(applicationId, reason.trim());
      queries.setQueryData(keys.application(applicationId), view);
      await queries.invalidateQueries({ queryKey: keys.applications, exact: true });
      onWithdrawn();
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={texts.page.withdrawTitle} open={open} onClose={onClose}>
      <p>{texts.page.withdrawBody}</p>
      <Field id="withdraw-reason" label={texts.page.withdrawReason} required errors={errors}>
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
      {failure !== null && <FailureBanner error={failure} />}
      <Buttons>
        <Button look="danger" blocked={busy} onClick={() => void withdraw()}>
          {texts.page.withdrawYes}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}
