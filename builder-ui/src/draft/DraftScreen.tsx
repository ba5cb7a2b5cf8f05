import { useEffect, useState, type ReactNode } from 'react';
import { useSite } from '../../../renderer-ui/src/api/queries.js';
import { isRefused } from '../../../renderer-ui/src/api/request.js';
import { RefusalBanner, useOfficial } from '../../../renderer-ui/src/desk/index.js';
import { Navigate, useParams } from '../../../renderer-ui/src/router/index.js';
import { Banner, ButtonLink, Page, Spinner } from '../../../renderer-ui/src/ui/index.js';
import { draftServer, fetchDraft } from '../api/drafts.js';
import { Checker } from '../problems/checker.js';
import { CheckerProvider } from '../problems/use-checked.js';
import { useBuilderTexts } from '../texts/builder.js';
import { keepOnDevice, readKept } from '../workspace/draft-journal.js';
import { WorkspaceProvider } from '../workspace/use-workspace.js';
import { Workspace } from '../workspace/workspace.js';
import { AREAS } from './areas.js';
import { DraftFrame } from './DraftFrame.js';

interface Opened {
  readonly workspace: Workspace;
  readonly checker: Checker;
}

/** One draft, in whichever of its editors: what is typed in one is there in the others. */
export function DraftScreen(): ReactNode {
  const { id = '', area = '' } = useParams();
  const opened = useOpened(id);
  const known = AREAS.find(({ name }) => name === area);
  if (!known) return <Navigate to={`/builder/drafts/${encodeURIComponent(id)}/form`} replace />;
  if (opened instanceof Error) return <NotOpened error={opened} />;
  if (!opened) return <Spinner />;
  return (
    <WorkspaceProvider value={opened.workspace}>
      <CheckerProvider value={opened.checker}>
        <DraftFrame area={known} />
      </CheckerProvider>
    </WorkspaceProvider>
  );
}

const NEWS_EVERY_MS = 5_000;
/** Who is silent for longer counts as gone. */
const HERE_EVERY_MS = 10_000;

function useOpened(id: string): Opened | Error | null {
  const { id: official } = useOfficial();
  const [opened, setOpened] = useState<Opened | Error | null>(null);
  useEffect(() => {
    let isLeft = false;
    let end = (): void => undefined;
    Promise.all([fetchDraft(id), readKept(official, id)]).then(
      ([draft, kept]) => {
        if (isLeft) return;
        const workspace = new Workspace(draft, draftServer, kept);
        const checker = new Checker(workspace);
        const stopKeeping = keepOnDevice(official, workspace);
        const news = setInterval(() => {
          if (document.visibilityState === 'visible') void workspace.hearNews();
        }, NEWS_EVERY_MS);
        const here = setInterval(() => workspace.stay(), HERE_EVERY_MS);
        const flush = (): void => void workspace.save();
        addEventListener('pagehide', flush);
        addEventListener('online', flush);
        end = () => {
          removeEventListener('pagehide', flush);
          removeEventListener('online', flush);
          clearInterval(news);
          clearInterval(here);
          workspace.leave();
          stopKeeping();
          checker.end();
        };
        setOpened({ workspace, checker });
      },
      (failure: unknown) => {
        if (!isLeft) setOpened(failure instanceof Error ? failure : new Error(String(failure)));
      },
    );
    return () => {
      isLeft = true;
      end();
      setOpened(null);
    };
  }, [id, official]);
  return opened;
}

function NotOpened({ error }: { readonly error: Error }): ReactNode {
  const texts = useBuilderTexts();
  const site = useSite();
  const isGone = isRefused(error, 'not-found');
  const isForbidden = isRefused(error) && error.problem.status === 403;
  const title = isForbidden ? texts.notAuthor : texts.notFound;
  return (
    <Page title={title} site={site.data?.name ?? texts.product} focusKey="not-opened" width="narrow">
      <div className="tz-stack">
        {isGone || isForbidden ? (
          <Banner tone="info" title={isForbidden ? texts.notAuthorLead : texts.notFoundLead} />
        ) : (
          <RefusalBanner error={error} />
        )}
        <div>
          <ButtonLink to="/builder">{texts.list}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
