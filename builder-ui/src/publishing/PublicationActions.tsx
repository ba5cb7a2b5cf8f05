import type { ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Button, Buttons, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import {
  approvePublication,
  declinePublication,
  type PublicationLine,
  type PublicationView,
  withdrawPublication,
} from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { ReasonButton } from './ReasonButton.js';

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
  const settle = (view: PublicationView, said: string): void => {
    announce(said);
    onDone?.(view);
    void client.invalidateQueries({ queryKey: ['builder'] });
  };
  const approve = useMutation({
    mutationFn: () => approvePublication(line.id, line.hash),
    onSuccess: (view) => settle(view, view.state === 'published' ? texts.publishedNow : texts.approved),
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
        {line.mayApprove && (
          <ReasonButton
            label={texts.decline}
            title={texts.declineTitle}
            run={(reason) => declinePublication(line.id, reason)}
            onDone={(view) => settle(view, texts.declined)}
          />
        )}
        {line.mayWithdraw && (
          <ReasonButton
            label={texts.withdraw}
            title={texts.withdrawTitle}
            run={(reason) => withdrawPublication(line.id, reason)}
            onDone={(view) => settle(view, texts.withdrawn)}
          />
        )}
      </Buttons>
    </>
  );
}
