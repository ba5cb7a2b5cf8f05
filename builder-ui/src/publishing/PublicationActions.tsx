import { useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/session/index.js';
import { Button, Buttons, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import {
  approvePublication,
  declinePublication,
  type PublicationLine,
  type PublicationView,
  withdrawPublication,
} from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { ReasonDialog } from './ReasonDialog.js';

/** What the official may do about a publication that waits. */
export function PublicationActions({
  line,
  onDone,
}: {
  readonly line: PublicationLine;
  readonly onDone?: (view: PublicationView) => void;
}): ReactNode {
  const texts = usePublishingTexts();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'decline' | 'withdraw' | null>(null);
  const settle = (view: PublicationView, said: string): void => {
    setAsking(null);
    announce(said);
    onDone?.(view);
    void client.invalidateQueries({ queryKey: ['builder'] });
  };
  const approve = useMutation({
    mutationFn: () => approvePublication(line.id, line.hash),
    onSuccess: (view) => settle(view, view.state === 'published' ? texts.publishedNow : texts.approved),
  });
  const end = useMutation({
    mutationFn: (reason: string) =>
      asking === 'decline' ? declinePublication(line.id, reason) : withdrawPublication(line.id, reason),
    onSuccess: (view) => settle(view, view.state === 'declined' ? texts.declined : texts.withdrawn),
  });
  return (
    <>
      {line.ownWork && <p>{texts.ownWork}</p>}
      <RefusalBanner error={approve.error} />
      <Buttons>
        {line.mayApprove && (
          <Button look="primary" blocked={approve.isPending} onClick={() => approve.mutate()}>
            {approve.isPending ? texts.approving : texts.approve}
          </Button>
        )}
        {line.mayApprove && <Button onClick={() => setAsking('decline')}>{texts.decline}</Button>}
        {line.mayWithdraw && <Button onClick={() => setAsking('withdraw')}>{texts.withdraw}</Button>}
      </Buttons>
      <ReasonDialog
        title={asking === 'decline' ? texts.declineTitle : texts.withdrawTitle}
        button={asking === 'decline' ? texts.decline : texts.withdraw}
        open={asking !== null}
        error={end.error}
        isPending={end.isPending}
        onReason={(reason) => end.mutate(reason)}
        onClose={() => setAsking(null)}
      />
    </>
  );
}
