import { useQueryClient } from '../../api/query/index.js';
import { useEffect, useState, type ReactNode } from 'react';
import { saveDraft, startDraft } from '../../api/drafts.js';
import { keys } from '../../api/queries.js';
import type { DraftView } from '../../api/types.js';
import { withoutComputed, type AnswersInHand, type Form } from '../../form/index.js';
import { useNavigate } from '../../router/index.js';
import { useKeepingTexts, useMeetingTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { forgetJournal } from './journal.js';

interface GoneNoticeProps {
  readonly draft: DraftView;
  readonly form: Form;
  readonly inHand: AnswersInHand;
  /** Whose draft it is while an agent types. */
  readonly acting: boolean;
}

/**
 * The draft was deleted on another screen while somebody was typing here: their words are still theirs. To an agent it
 * may only be out of reach, as the mandate has ended; then their words stay on this device, and no new draft is made.
 */
export function GoneNotice({ acting, ...gone }: GoneNoticeProps): ReactNode {
  const queries = useQueryClient();
  const [sure, setSure] = useState(!acting);
  useEffect(() => {
    if (!sure) void queries.invalidateQueries({ queryKey: keys.session }).then(() => setSure(true));
  }, [sure, queries]);
  return sure ? <Gone {...gone} /> : null;
}

function Gone({ draft, form, inHand }: Omit<GoneNoticeProps, 'acting'>): ReactNode {
  const texts = useMeetingTexts().gone;
  const title = useKeepingTexts().gone;
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const fresh = await startDraft(draft.procedureId, true);
      const answers = withoutComputed(form, inHand.state.evaluation.answers);
      await saveDraft(fresh.id, { revision: fresh.revision, answers });
      forgetJournal(draft.id);
      await navigate(`/drafts/${fresh.id}`, { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <div className="tz-fill__banner">
      <Banner tone="error" role="alert" title={title}>
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
