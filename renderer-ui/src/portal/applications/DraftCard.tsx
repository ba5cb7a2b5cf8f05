import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { deleteDraft } from '../../api/drafts.js';
import { keys } from '../../api/queries.js';
import type { DraftListItem } from '../../api/types.js';
import { dateTimeText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, Card, Dialog, StatusChip } from '../../ui/index.js';
import { forgetJournal } from '../fill/journal.js';
import { FailureBanner } from '../frame/Failure.js';

export function DraftCard({ draft }: { readonly draft: DraftListItem }): ReactNode {
  const texts = useApplicationsTexts();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <Card as="li">
      {draft.kind === 'correction' && (
        <p>
          <StatusChip tone="waiting">{texts.correctionDraft}</StatusChip>
        </p>
      )}
      <h3 className="tz-mine__title">{draft.procedureTitle}</h3>
      {draft.subject !== null && <p className="tz-mine__subject">{draft.subject}</p>}
      <p className="tz-quiet">{texts.draftSaved(dateTimeText(draft.savedAt, language))}</p>
      <Buttons>
        <ButtonLink size="small" to={`/drafts/${draft.id}`}>
          {texts.draftContinue}
        </ButtonLink>
        {draft.kind === 'application' && (
          <Button
            look="text"
            size="small"
            aria-label={texts.draftDeleteNamed(draft.procedureTitle)}
            onClick={() => setAsking(true)}
          >
            {texts.draftDelete}
          </Button>
        )}
      </Buttons>
      <DiscardDialog draft={draft} open={asking} onClose={() => setAsking(false)} />
    </Card>
  );
}

interface DiscardDialogProps {
  readonly draft: DraftListItem;
  readonly open: boolean;
  readonly onClose: () => void;
}

function DiscardDialog({ draft, open, onClose }: DiscardDialogProps): ReactNode {
  const texts = useApplicationsTexts();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const discard = async (): Promise<void> => {
    setBusy(true);
    try {
      await deleteDraft(draft.id);
      forgetJournal(draft.id);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.drafts });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={texts.draftDeleteTitle} open={open} onClose={onClose}>
      <p>{draft.procedureTitle}</p>
      <p>{texts.draftDeleteBody}</p>
      {failure !== null && <FailureBanner error={failure} />}
      <Buttons>
        <Button look="danger" blocked={busy} onClick={() => void discard()}>
          {texts.draftDeleteYes}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}
