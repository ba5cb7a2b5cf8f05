import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { fetchDraft } from '../../api/drafts.js';
import { isRefused } from '../../api/request.js';
import type { DraftView } from '../../api/types.js';
import { loadForm, type SpokenForm } from '../../form/index.js';
import { useFillTexts, useLanguage } from '../../texts/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { AlreadySubmitted, ConflictDialog } from './Conflict.js';
import { chooseOpening, forgetJournal, readJournal } from './journal.js';
import { Wizard, type WizardStart } from './Wizard.js';

export function FillScreen(): ReactNode {
  const { draftId = '' } = useParams();
  const texts = useFillTexts();
  return (
    <RequireApplicant title={texts.loading}>
      {() => <OpenDraft key={draftId} draftId={draftId} />}
    </RequireApplicant>
  );
}

interface Opened {
  readonly draft: DraftView;
  readonly loaded: SpokenForm;
}

async function openDraft(draftId: string): Promise<Opened> {
  const draft = await fetchDraft(draftId);
  return { draft, loaded: await loadForm(draft.versionHash) };
}

function OpenDraft({ draftId }: { readonly draftId: string }): ReactNode {
  const texts = useFillTexts();
  const opened = useQuery({
    queryKey: ['open-draft', draftId],
    queryFn: () => openDraft(draftId),
    // Once open, the answers live in the wizard; a second fetch must not replace them.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (opened.isError && !(isRefused(opened.error) && opened.data)) {
    return <FailurePage error={opened.error} onRetry={() => void opened.refetch()} />;
  }
  if (!opened.data) return <LoadingPage title={texts.loading} />;
  return (
    <StartWizard
      key={`${opened.dataUpdatedAt}`}
      {...opened.data}
      reopen={() => {
        forgetJournal(draftId);
        void opened.refetch();
      }}
    />
  );
}

/** Decides which answers the wizard starts with. */
function StartWizard({ draft, loaded, reopen }: Opened & { readonly reopen: () => void }): ReactNode {
  const language = useLanguage();
  const [opening] = useState(() => chooseOpening(readJournal(draft.id), draft));
  const [keepHere, setKeepHere] = useState(false);
  if (draft.applicationId !== null)
    return <AlreadySubmitted applicationId={draft.applicationId} draftId={draft.id} />;
  if (opening.kind === 'conflict' && !keepHere) {
    return (
      <ConflictDialog
        hereAt={opening.entry.at}
        thereAt={draft.savedAt}
        onKeepHere={() => setKeepHere(true)}
        onOpenSaved={reopen}
      />
    );
  }
  const start: WizardStart =
    opening.kind === 'saved'
      ? { answers: draft.answers, visited: readJournal(draft.id)?.visited ?? [], restored: false }
      : { answers: opening.entry.answers, visited: opening.entry.visited, restored: true };
  return <Wizard draft={draft} loaded={loaded[language]} start={start} onOpenSaved={reopen} />;
}
