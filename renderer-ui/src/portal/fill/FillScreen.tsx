import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useCallback, useState, type ReactNode } from 'react';
import { keys } from '../../api/queries.js';
import { isRefused } from '../../api/request.js';
import type { SessionView } from '../../api/types.js';
import { Navigate, useLocation, useParams } from '../../router/index.js';
import { useFillTexts, useLanguage } from '../../texts/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { signInAddress } from '../session/sign-in-address.js';
import { useApplicant, type Applicant } from '../session/use-applicant.js';
import './ahead.js';
import { AlreadySubmitted } from './AlreadySubmitted.js';
import { openDraft, openDraftKey, type Opened } from './open-draft.js';
import { Wizard } from './Wizard.js';

export { prepareDraft } from './open-draft.js';

/**
 * A session that ends does not take the screen away: whoever signs in again in the wizard goes on where they were.
 * Another person who signs in finds nothing of the first.
 */
export function FillScreen(): ReactNode {
  const { draftId = '' } = useParams();
  const texts = useFillTexts();
  const { who, loading } = useApplicant();
  const { pathname, search } = useLocation();
  const [owner, setOwner] = useState<Applicant | null>(null);
  if (loading) return <LoadingPage title={texts.loading} />;
  if (owner === null && who !== null) {
    setOwner(who);
    return <LoadingPage title={texts.loading} />;
  }
  if (owner === null) {
    return <Navigate to={signInAddress(pathname + search + lastPlace(draftId))} replace />;
  }
  if (who !== null && who.id !== owner.id) return <Navigate to="/applications" replace />;
  return <OpenDraft key={draftId} draftId={draftId} owner={owner} signedOut={who === null} />;
}

const PLACE = 'tetsuzuki.place.';

/** `#store.name`, where somebody was typing in this tab. Holds no answer, so it may outlive the session. */
function lastPlace(draftId: string): string {
  try {
    const place = sessionStorage.getItem(PLACE + draftId);
    return place === null ? '' : `#${encodeURIComponent(place)}`;
  } catch {
    return '';
  }
}

function keepPlace(draftId: string, place: string): void {
  try {
    sessionStorage.setItem(PLACE + draftId, place);
  } catch {
    return;
  }
}

interface OpenDraftProps {
  readonly draftId: string;
  readonly owner: Applicant;
  readonly signedOut: boolean;
}

function OpenDraft({ draftId, owner, signedOut }: OpenDraftProps): ReactNode {
  const texts = useFillTexts();
  const opened = useQuery({
    queryKey: openDraftKey(draftId, owner.id),
    queryFn: () => openDraft(draftId, owner.mail),
    // Once open, the answers live in the wizard; a second fetch must not replace them.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { refetch } = opened;
  const reopen = useCallback(() => void refetch(), [refetch]);
  if (opened.isError && !(isRefused(opened.error) && opened.data)) {
    return <FailurePage error={opened.error} onRetry={reopen} />;
  }
  if (!opened.data) return <LoadingPage title={texts.loading} />;
  return (
    <StartWizard
      key={`${opened.dataUpdatedAt}`}
      {...opened.data}
      owner={owner}
      signedOut={signedOut}
      reopen={reopen}
    />
  );
}

interface StartWizardProps extends Opened {
  readonly owner: Applicant;
  readonly signedOut: boolean;
  readonly reopen: () => void;
}

function StartWizard({
  draft,
  loaded,
  start,
  context,
  inHand,
  owner,
  signedOut,
  reopen,
}: StartWizardProps): ReactNode {
  const language = useLanguage();
  const queries = useQueryClient();
  const isOwner = useCallback((): boolean => {
    const subject = queries.getQueryData<SessionView>(keys.session)?.subject;
    return subject?.kind === 'applicant' && subject.id === owner.id;
  }, [queries, owner.id]);
  const onPlace = useCallback((place: string) => keepPlace(draft.id, place), [draft.id]);
  if (draft.applicationId !== null)
    return <AlreadySubmitted applicationId={draft.applicationId} draftId={draft.id} />;
  return (
    <Wizard
      draft={draft}
      loaded={loaded[language]}
      start={start}
      context={context}
      inHand={inHand}
      owner={owner}
      isOwner={isOwner}
      signedOut={signedOut}
      onPlace={onPlace}
      onReopen={reopen}
    />
  );
}
