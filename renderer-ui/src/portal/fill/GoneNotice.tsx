import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { saveDraft, startDraft } from '../../api/drafts.js';
import type { DraftView } from '../../api/types.js';
import { withoutComputed, type Form, type RawAnswers } from '../../form/index.js';
import { useKeepingTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { forgetJournal } from './journal.js';

interface GoneNoticeProps {
  readonly draft: DraftView;
  readonly form: Form;
  readonly answers: RawAnswers;
}

/** The draft was deleted on another screen while somebody was typing here: their words are still theirs. */
export function GoneNotice({ draft, form, answers }: GoneNoticeProps): ReactNode {
  const texts = useKeepingTexts().gone;
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const fresh = await startDraft(draft.procedureId, true);
      await saveDraft(fresh.id, { revision: fresh.revision, answers: withoutComputed(form, answers) });
      forgetJournal(draft.id);
      await navigate(`/drafts/${fresh.id}`, { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <div className="tz-fill__banner">
      <Banner tone="error" role="alert" title={texts.title}>
        <p>{texts.body}</p>
        <Buttons>
          <Button look="primary" blocked={busy} onClick={() => void keep()}>
            {texts.keep}
          </Button>
          <ButtonLink to="/applications">{texts.leave}</ButtonLink>
        </Buttons>
        {failure !== null && <FailureBanner error={failure} />}
      </Banner>
    </div>
  );
}
