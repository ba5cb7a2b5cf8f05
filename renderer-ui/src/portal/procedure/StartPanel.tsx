import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { deleteDraft, startDraft, type StartWishes } from '../../api/drafts.js';
import { keys, useDrafts } from '../../api/queries.js';
import type { DraftListItem, ProcedureView } from '../../api/types.js';
import { useLocation, useNavigate } from '../../router/index.js';
import { dateTimeText, useGuestTexts, useLanguage, usePortalTexts } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, Card } from '../../ui/index.js';
import { forgetJournal } from '../fill/journal.js';
import { FailureBanner } from '../frame/Failure.js';
import { NotEntrusted } from '../session/AgentStop.js';
import { HatNotice } from '../session/HatNotice.js';
import { signInAddress } from '../session/sign-in-address.js';
import { useApplicant } from '../session/use-applicant.js';
import { StartAgainDialog } from './StartAgainDialog.js';
import { StartChoices } from './StartChoices.js';

/** The one thing to do on a procedure's page. */
export function StartPanel({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const texts = usePortalTexts();
  const language = useLanguage();
  const { who } = useApplicant();
  const drafts = useDrafts(who !== null);
  const draft = drafts.data?.drafts.find(
    (each) => each.procedureId === procedure.id && each.kind === 'application',
  );
  if (procedure.paused) {
    return (
      <Card look="quiet">
        <div className="tz-start">
          <p>{procedure.paused[language]}</p>
          {draft && (
            <ButtonLink size="large" to={`/drafts/${draft.id}`}>
              {texts.procedure.resume}
            </ButtonLink>
          )}
        </div>
      </Card>
    );
  }
  if (procedure.state !== 'open') {
    const said = procedure.state === 'before' ? texts.procedure.before : texts.procedure.closed;
    const at = procedure.state === 'before' ? procedure.opensAt : procedure.closesAt;
    return (
      <Card look="quiet">
        <p>{said(dateTimeText(at, language))}</p>
      </Card>
    );
  }
  const acting = who?.acting ?? null;
  const entrusted = acting === null || (acting.procedureId === procedure.id && acting.applicationId === null);
  return (
    <Card look="quiet">
      <div className="tz-start">
        <p className="tz-start__until">{texts.home.until(dateTimeText(procedure.closesAt, language))}</p>
        {who === null ? (
          <SignedOut procedure={procedure} />
        ) : !entrusted ? (
          <NotEntrusted />
        ) : (
          <>
            <HatNotice audience={procedure.audience} />
            {draft && (
              <ButtonLink look="primary" size="large" to={`/drafts/${draft.id}`}>
                {texts.procedure.resume}
              </ButtonLink>
            )}
            <StartButton procedure={procedure} draft={draft ?? null} />
          </>
        )}
      </div>
    </Card>
  );
}

/** Where a procedure asks for no account, one may be used all the same. */
function SignedOut({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const texts = usePortalTexts().procedure;
  const guest = useGuestTexts();
  const { pathname } = useLocation();
  if (procedure.signIn !== 'none') {
    return (
      <>
        <ButtonLink look="primary" size="large" to={signInAddress(pathname)}>
          {texts.signInToStart}
        </ButtonLink>
        <p className="tz-quiet">{texts.signInNote}</p>
      </>
    );
  }
  return (
    <>
      <ButtonLink look="primary" size="large" to={`/guest/${procedure.id}`}>
        {guest.start}
      </ButtonLink>
      <p className="tz-quiet">{guest.startNote}</p>
      <ButtonLink to={signInAddress(pathname)}>{guest.withAccount}</ButtonLink>
      <p className="tz-quiet">{guest.withAccountNote}</p>
    </>
  );
}

function StartButton({
  procedure,
  draft,
}: {
  readonly procedure: ProcedureView;
  /** The one that is there already. */
  readonly draft: DraftListItem | null;
}): ReactNode {
  const texts = usePortalTexts().procedure;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [wishes, setWishes] = useState<StartWishes>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const again = draft !== null;
  const start = async (replace = false): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      if (draft && replace) {
        await deleteDraft(draft.id);
        forgetJournal(draft.id);
      }
      const begun = await startDraft(procedure.id, again && !replace, wishes);
      await queries.invalidateQueries({ queryKey: keys.drafts });
      await navigate(`/drafts/${begun.id}`);
    } catch (error) {
      setAsking(false);
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      <StartChoices procedure={procedure} wishes={wishes} onChange={setWishes} />
      <Buttons>
        <Button
          look={again ? 'secondary' : 'primary'}
          size={again ? 'normal' : 'large'}
          blocked={busy}
          onClick={() => (again ? setAsking(true) : void start())}
        >
          {again ? texts.startAnew : texts.start}
        </Button>
      </Buttons>
      {draft && (
        <StartAgainDialog
          draft={draft}
          open={asking}
          busy={busy}
          onClose={() => setAsking(false)}
          onStart={(replace) => void start(replace)}
        />
      )}
      {failure !== null && <FailureBanner error={failure} />}
    </>
  );
}
