import { lazy, Suspense, type ReactNode } from 'react';
import { useSession } from '../api/queries.js';
import { Navigate, Routes, type Route } from '../router/index.js';
import { Spinner } from '../ui/index.js';
import { AbsenceScreen } from './absence/AbsenceScreen.js';
import { ApplicationScreen } from './application/ApplicationScreen.js';
import { DeskFrame } from './frame/DeskFrame.js';
import { QueueScreen } from './queue/QueueScreen.js';
import { SearchScreen } from './queue/SearchScreen.js';
import { StaffSignIn } from './session/StaffSignIn.js';
import { OfficialProvider, type Official } from './session/official.js';

const EnteringScreen = lazy(async () => ({
  default: (await import('./session/EnteringScreen.js')).EnteringScreen,
}));
const OwnAccountScreen = lazy(async () => ({
  default: (await import('./own/OwnAccountScreen.js')).OwnAccountScreen,
}));
const BatchesScreen = lazy(async () => ({
  default: (await import('./batch/BatchesScreen.js')).BatchesScreen,
}));
const PaperScreen = lazy(async () => ({ default: (await import('./paper/PaperScreen.js')).PaperScreen }));
const PaperFillScreen = lazy(async () => ({
  default: (await import('./paper/PaperFillScreen.js')).PaperFillScreen,
}));
const SecondEntryScreen = lazy(async () => ({
  default: (await import('./paper/SecondEntryScreen.js')).SecondEntryScreen,
}));
const RouteScreen = lazy(async () => ({ default: (await import('./visits/RouteScreen.js')).RouteScreen }));
const VisitScreen = lazy(async () => ({ default: (await import('./visits/VisitScreen.js')).VisitScreen }));
const OpinionsScreen = lazy(async () => ({
  default: (await import('./opinions/OpinionsScreen.js')).OpinionsScreen,
}));
const OpinionScreen = lazy(async () => ({
  default: (await import('./opinions/OpinionScreen.js')).OpinionScreen,
}));
const LettersScreen = lazy(async () => ({
  default: (await import('./paper/LettersScreen.js')).LettersScreen,
}));
const BatchScreen = lazy(async () => ({ default: (await import('./batch/BatchScreen.js')).BatchScreen }));
const LogScreen = lazy(async () => ({ default: (await import('./log/LogScreen.js')).LogScreen }));
const LogEntryScreen = lazy(async () => ({
  default: (await import('./log/LogEntryScreen.js')).LogEntryScreen,
}));
const StatisticsScreen = lazy(async () => ({
  default: (await import('./statistics/StatisticsScreen.js')).StatisticsScreen,
}));
const ExportsScreen = lazy(async () => ({
  default: (await import('./exports/ExportsScreen.js')).ExportsScreen,
}));
const PaymentsScreen = lazy(async () => ({
  default: (await import('./payment/PaymentsScreen.js')).PaymentsScreen,
}));
const NewPaymentsScreen = lazy(async () => ({
  default: (await import('./payment/NewPaymentsScreen.js')).NewPaymentsScreen,
}));
const PaymentScreen = lazy(async () => ({
  default: (await import('./payment/PaymentScreen.js')).PaymentScreen,
}));
const ProfilesScreen = lazy(async () => ({
  default: (await import('./payment/ProfilesScreen.js')).ProfilesScreen,
}));
const StaffScreen = lazy(async () => ({ default: (await import('./staff/StaffScreen.js')).StaffScreen }));
const NewOfficialScreen = lazy(async () => ({
  default: (await import('./staff/NewOfficialScreen.js')).NewOfficialScreen,
}));
const OperationsScreen = lazy(async () => ({
  default: (await import('./operations/OperationsScreen.js')).OperationsScreen,
}));
const AnnouncementsDeskScreen = lazy(async () => ({
  default: (await import('./announcements/AnnouncementsDeskScreen.js')).AnnouncementsDeskScreen,
}));
const NewAnnouncementScreen = lazy(async () => ({
  default: (await import('./announcements/NewAnnouncementScreen.js')).NewAnnouncementScreen,
}));
const DeskAnnouncementScreen = lazy(async () => ({
  default: (await import('./announcements/DeskAnnouncementScreen.js')).DeskAnnouncementScreen,
}));
const DeliveriesScreen = lazy(async () => ({
  default: (await import('./deliveries/DeliveriesScreen.js')).DeliveriesScreen,
}));
const ImportScreen = lazy(async () => ({ default: (await import('./staff/ImportScreen.js')).ImportScreen }));
const DepartmentsScreen = lazy(async () => ({
  default: (await import('./staff/DepartmentsScreen.js')).DepartmentsScreen,
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
      <DeskFrame>
        <Routes routes={routesFor(subject.may)} otherwise={<Navigate to="/desk" replace />} />
      </DeskFrame>
    </OfficialProvider>
  );
}

const routesFor = ({
  readStaff,
  changeStaff,
  readStatistics,
  readRecord,
  operate,
  readNews,
  writeNews,
}: Official['may']): readonly Route[] => [
  { path: '/desk', element: <QueueScreen /> },
  { path: '/desk/absence', element: <AbsenceScreen /> },
  { path: '/desk/account', element: <OwnAccountScreen /> },
  ...(readStaff ? [{ path: '/desk/staff', element: <StaffScreen /> }] : []),
  ...(changeStaff ? [{ path: '/desk/staff/new', element: <NewOfficialScreen /> }] : []),
  ...(operate ? [{ path: '/desk/operations', element: <OperationsScreen /> }] : []),
  ...(readNews ? [{ path: '/desk/announcements', element: <AnnouncementsDeskScreen /> }] : []),
  ...(writeNews ? [{ path: '/desk/announcements/new', element: <NewAnnouncementScreen /> }] : []),
  ...(readNews ? [{ path: '/desk/announcements/:id', element: <DeskAnnouncementScreen /> }] : []),
  ...(changeStaff ? [{ path: '/desk/staff/import', element: <ImportScreen /> }] : []),
  ...(readStaff ? [{ path: '/desk/staff/departments', element: <DepartmentsScreen /> }] : []),
  ...(readStaff ? [{ path: '/desk/staff/:id', element: <OfficialScreen /> }] : []),
  ...(readRecord ? [{ path: '/desk/log', element: <LogScreen /> }] : []),
  ...(readRecord ? [{ path: '/desk/log/:id', element: <LogEntryScreen /> }] : []),
  ...(readStatistics ? [{ path: '/desk/statistics', element: <StatisticsScreen /> }] : []),
  { path: '/desk/exports', element: <ExportsScreen /> },
  { path: '/desk/batches', element: <BatchesScreen /> },
  { path: '/desk/batches/:id', element: <BatchScreen /> },
  { path: '/desk/paper', element: <PaperScreen /> },
  { path: '/desk/paper/:id', element: <PaperFillScreen /> },
  { path: '/desk/paper/:id/check', element: <SecondEntryScreen /> },
  { path: '/desk/visits', element: <RouteScreen /> },
  { path: '/desk/visits/:id', element: <VisitScreen /> },
  { path: '/desk/opinions', element: <OpinionsScreen /> },
  { path: '/desk/opinions/:id', element: <OpinionScreen /> },
  { path: '/desk/deliveries', element: <DeliveriesScreen /> },
  { path: '/desk/letters', element: <LettersScreen /> },
  { path: '/desk/payments', element: <PaymentsScreen /> },
  { path: '/desk/payments/new', element: <NewPaymentsScreen /> },
  { path: '/desk/payments/accounts', element: <ProfilesScreen /> },
  { path: '/desk/payments/:id', element: <PaymentScreen /> },
  { path: '/desk/search', element: <SearchScreen /> },
  { path: '/desk/applications/:id', element: <ApplicationScreen /> },
];
