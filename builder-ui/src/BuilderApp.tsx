import { Suspense, type ReactNode } from 'react';
import { useSession } from '../../renderer-ui/src/api/queries.js';
import { EnteringScreen, OfficialProvider, StaffSignIn } from '../../renderer-ui/src/desk/index.js';
import { Navigate, Routes } from '../../renderer-ui/src/router/index.js';
import { Spinner } from '../../renderer-ui/src/ui/index.js';
import { DraftScreen } from './draft/DraftScreen.js';
import { BuilderFrame } from './frame/BuilderFrame.js';
import { ListScreen } from './list/ListScreen.js';
import { PublicationScreen } from './publishing/PublicationScreen.js';
import { VersionsScreen } from './publishing/VersionsScreen.js';

/** Officials sign in as at the desk, at the very address they asked for. */
export function BuilderApp(): ReactNode {
  const session = useSession();
  if (session.isPending) return <Spinner />;
  const subject = session.data?.subject ?? null;
  if (subject?.kind === 'entering') return <EnteringScreen entering={subject} />;
  if (subject?.kind !== 'staff') return <StaffSignIn asApplicant={subject?.kind === 'applicant'} />;
  return (
    <OfficialProvider value={subject}>
      <BuilderFrame>
        <Suspense fallback={<Spinner />}>
          <Routes
            routes={[
              { path: '/builder', element: <ListScreen /> },
              { path: '/builder/drafts/:id/:area?', element: <DraftScreen /> },
              { path: '/builder/procedures/:id', element: <VersionsScreen /> },
              { path: '/builder/publications/:id', element: <PublicationScreen /> },
            ]}
            otherwise={<Navigate to="/builder" replace />}
          />
        </Suspense>
      </BuilderFrame>
    </OfficialProvider>
  );
}
