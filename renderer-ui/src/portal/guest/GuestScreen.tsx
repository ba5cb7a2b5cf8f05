import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { startDraft } from '../../api/drafts.js';
import { confirmGuest, fetchGuest, resendGuestCode } from '../../api/guest.js';
import { keys, useProcedure } from '../../api/queries.js';
import { Navigate, useNavigate, useParams } from '../../router/index.js';
import { useGuestTexts } from '../../texts/index.js';
import { Page } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { CodeStep } from '../registration/CodeStep.js';
import { useApplicant } from '../session/use-applicant.js';
import { type GuestEntry, GuestEntryStep } from './GuestEntryStep.js';

const guestKey = ['guest'];

/** Name and address, then the code; after that the form itself. */
export function GuestScreen(): ReactNode {
  const texts = useGuestTexts();
  const site = useSiteName();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { procedureId = '', step } = useParams();
  const { who, loading } = useApplicant();
  const procedure = useProcedure(procedureId);
  const guest = useQuery({ queryKey: guestKey, queryFn: fetchGuest });
  const [entry, setEntry] = useState<GuestEntry>({ name: '', mail: '', as: null });
  const [entering, setEntering] = useState(false);
  const failed = procedure.error ?? guest.error;
  if (failed) return <FailurePage error={failed} onRetry={() => void procedure.refetch()} />;
  if (loading || !procedure.data || !guest.data) return <LoadingPage title={texts.over} />;
  const { title, signIn, audience } = procedure.data;
  // The form is being opened, and is the next page to be seen.
  if (entering) return <LoadingPage title={texts.over} />;
  if (signIn !== 'none' || who !== null) return <Navigate to={`/procedures/${procedureId}`} replace />;
  const { begun } = guest.data;
  const waiting = begun?.procedureId === procedureId ? begun : null;
  const address = `/guest/${procedureId}`;

  if (step === 'code' && waiting === null) return <Navigate to={address} replace />;
  const enter = async (): Promise<void> => {
    setEntering(true);
    queries.removeQueries({ queryKey: guestKey });
    await queries.invalidateQueries({ queryKey: keys.session });
    // A window that is over leads to what was sent before.
    const place = await startDraft(procedureId).then(
      ({ id }) => `/drafts/${id}`,
      () => '/applications',
    );
    await navigate(place, { replace: true });
  };
  return (
    <Page
      title={step === 'code' ? texts.codeTitle : texts.title}
      over={`${texts.over} | ${title}`}
      site={site}
      focusKey={`guest-${step ?? 'entry'}`}
      width="narrow"
    >
      <div className="tz-registration">
        {step === 'code' && waiting !== null ? (
          <CodeStep
            mail={waiting.mail}
            confirm={confirmGuest}
            resend={resendGuestCode}
            other={{ to: address, label: texts.otherMail }}
            onConfirmed={() => void enter()}
          />
        ) : (
          <GuestEntryStep
            procedureId={procedureId}
            audience={audience}
            entry={entry}
            onEntry={setEntry}
            onSent={() =>
              void queries.invalidateQueries({ queryKey: guestKey }).then(() => navigate(`${address}/code`))
            }
          />
        )}
      </div>
    </Page>
  );
}
