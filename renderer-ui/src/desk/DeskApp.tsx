import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../api/queries.js';
import { Spinner } from '../ui/index.js';
import { AbsenceScreen } from './absence/AbsenceScreen.js';
import { ApplicationScreen } from './application/ApplicationScreen.js';
import { DeskFrame } from './frame/DeskFrame.js';
import { QueueScreen } from './queue/QueueScreen.js';
import { SearchScreen } from './queue/SearchScreen.js';
import { StaffSignIn } from './session/StaffSignIn.js';
import { OfficialProvider } from './session/official.js';

const EnteringScreen = lazy(async () => ({
  default: (await import('./session/EnteringScreen.js')).EnteringScreen,
}));
const OwnAccountScreen = lazy(async () => ({
  default: (await import('./own/OwnAccountScreen.js')).OwnAccountScreen,
}));
const StaffScreen = lazy(async () => ({ default: (await import('./staff/StaffScreen.js')).StaffScreen }));
const NewOfficialScreen = lazy(async () => ({
  default: (await import('./staff/NewOfficialScreen.js')).NewOfficialScreen,
}));
const OfficialScreen = lazy(async () => ({
  default: (await import('./staff/OfficialScreen.js')).OfficialScreen,
}));

/** Whoever is not signed in as staff gets the sign-in at the very address they asked for. */
export function DeskApp(): ReactNode {
  const session = useSession();
  if (session.isPending) return <Spinner />;
  const subject = session.data?.subject ?? null;
  if (subject?.kind === 'entering') {
    return (
      <Suspense fallback={<Spinner />}>
        <EnteringScreen entering={subject} />
      </Suspense>
    );
  }
  if (subject?.kind !== 'staff') return <StaffSignIn asApplicant={subject?.kind === 'applicant'} />;
  return (
    <OfficialProvider value={subject}>
      <Routes>
        <Route path="/desk" element={<DeskFrame />}>
          <Route index element={<QueueScreen />} />
          <Route path="absence" element={<AbsenceScreen />} />
          <Route path="account" element={<OwnAccountScreen />} />
          {subject.may.readStaff && <Route path="staff" element={<StaffScreen />} />}
          {subject.may.changeStaff && <Route path="staff/new" element={<NewOfficialScreen />} />}
          {subject.may.readStaff && <Route path="staff/:id" element={<OfficialScreen />} />}
          <Route path="search" element={<SearchScreen />} />
          <Route path="applications/:id" element={<ApplicationScreen />} />
        </Route>
        <Route path="*" element={<Navigate to="/desk" replace />} />
      </Routes>
    </OfficialProvider>
  );
}
