import type { ReactNode } from 'react';
import { askSecondEntry } from '../../api/paper.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { useDeskPaperTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSecondEntry } from './paper-queries.js';
import type { PaperSaver } from './use-paper-saver.js';

interface AskSecondEntryProps {
  readonly draftId: string;
  readonly saver: PaperSaver;
}

/** How far the second entry is, and the way to ask for it. */
export function AskSecondEntry({ draftId, saver }: AskSecondEntryProps): ReactNode {
  const texts = useDeskPaperTexts().second;
  const client = useQueryClient();
  const { data: check } = useSecondEntry(draftId);
  const ask = useMutation({
    mutationFn: async () => {
      await saver.flush();
      return askSecondEntry(draftId);
    },
    onSuccess: (asked) => {
      client.setQueryData(deskKeys.paperCheck(draftId), asked);
      void client.invalidateQueries({ queryKey: deskKeys.papers });
    },
  });
  if (!check || check.state === 'none') return null;
  const { state } = check;
  return (
    <>
      <RefusalBanner error={ask.error} />
      {state === 'settled' ? (
        <Banner tone="success" title={texts.settled(check.askedBy ?? '', check.typedBy ?? '')} />
      ) : (
        <Banner tone="warning" title={texts.banners[state]}>
          <p>{texts.which(check.fields.map(({ label }) => label))}</p>
        </Banner>
      )}
      <Buttons>
        {state === 'differs' && (
          <ButtonLink to={`/desk/paper/${encodeURIComponent(draftId)}/check`}>
            {texts.toDifferences}
          </ButtonLink>
        )}
        {state !== 'waiting' && (
          <Button
            look={state === 'wanted' ? 'secondary' : 'text'}
            blocked={ask.isPending}
            onClick={() => ask.mutate()}
          >
            {state === 'wanted' ? texts.ask : texts.askAgain}
          </Button>
        )}
      </Buttons>
    </>
  );
}
