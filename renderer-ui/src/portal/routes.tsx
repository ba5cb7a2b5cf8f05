import { use, type ComponentType, type ReactNode } from 'react';
import type { QueryClient } from '../api/query/index.js';
import { fetchOnce } from '../fetch-once.js';
import { closestMatch, Routes, type Params } from '../router/index.js';
import { NotFoundScreen } from './frame/Failure.js';
import { Frame } from './frame/Frame.js';

interface Screen {
  readonly path: string;
  readonly lazy: () => Promise<FetchedScreen>;
}

interface FetchedScreen {
  readonly Component: ComponentType;
  /** Brings what the screen shows first. */
  readonly prepare?: (queries: QueryClient, params: Params) => Promise<void>;
}

/** The screens in the order an applicant meets them. Each is fetched when somebody goes there, with what it needs. */
const SCREENS: readonly Screen[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./home/HomeScreen.js')).HomeScreen }) },
  {
    path: '/procedures',
    lazy: async () => ({ Component: (await import('./catalogue/CatalogueScreen.js')).CatalogueScreen }),
  },
  {
    path: '/procedures/:procedureId',
    lazy: async () => ({ Component: (await import('./procedure/ProcedureScreen.js')).ProcedureScreen }),
  },
  {
    path: '/announcements',
    lazy: async () => ({
      Component: (await import('./announcements/AnnouncementsScreen.js')).AnnouncementsScreen,
    }),
  },
  {
    path: '/announcements/:announcementId',
    lazy: async () => ({
      Component: (await import('./announcements/AnnouncementScreen.js')).AnnouncementScreen,
    }),
  },
  {
    path: '/favourites',
    lazy: async () => ({ Component: (await import('./favourites/FavouritesScreen.js')).FavouritesScreen }),
  },
  {
    path: '/stop-news/:token',
    lazy: async () => ({ Component: (await import('./announcements/StopNewsScreen.js')).StopNewsScreen }),
  },
  {
    path: '/procedures/:procedureId/statistics',
    lazy: async () => ({
      Component: (await import('./statistics/PublicStatisticsScreen.js')).PublicStatisticsScreen,
    }),
  },
  {
    path: '/procedures/:procedureId/questions',
    lazy: async () => ({ Component: (await import('./procedure/QuestionsScreen.js')).QuestionsScreen }),
  },
  {
    path: '/procedures/:procedureId/check',
    lazy: async () => ({ Component: (await import('./procedure/CheckScreen.js')).CheckScreen }),
  },
  {
    path: '/guest/:procedureId/:step?',
    lazy: async () => ({ Component: (await import('./guest/GuestScreen.js')).GuestScreen }),
  },
  {
    path: '/look-up',
    lazy: async () => ({ Component: (await import('./guest/LookUpScreen.js')).LookUpScreen }),
  },
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('./session/SignInScreen.js')).SignInScreen }),
  },
  {
    path: '/register/:step?',
    lazy: async () => ({
      Component: (await import('./registration/RegistrationScreen.js')).RegistrationScreen,
    }),
  },
  {
    path: '/password-reset/:step?',
    lazy: async () => ({
      Component: (await import('./password-reset/PasswordResetScreen.js')).PasswordResetScreen,
    }),
  },
  {
    path: '/account/sign-in-ways',
    lazy: async () => ({ Component: (await import('./identity/SignInWaysScreen.js')).SignInWaysScreen }),
  },
  {
    path: '/account/:section?/:id?',
    lazy: async () => ({ Component: (await import('./account/AccountScreen.js')).AccountScreen }),
  },
  {
    path: '/account/sites',
    lazy: async () => ({ Component: (await import('./sites/SitesScreen.js')).SitesScreen }),
  },
  {
    path: '/identity/:step',
    lazy: async () => ({ Component: (await import('./identity/IdentityScreen.js')).IdentityScreen }),
  },
  {
    path: '/drafts/:draftId/sign',
    lazy: async () => ({ Component: (await import('./sign/SignScreen.js')).SignScreen }),
  },
  {
    path: '/drafts/:draftId/:step?',
    lazy: async () => {
      const { FillScreen, prepareDraft } = await import('./fill/FillScreen.js');
      return {
        Component: FillScreen,
        prepare: (queries, { draftId = '' }) => prepareDraft(queries, draftId),
      };
    },
  },
  {
    path: '/applications',
    lazy: async () => ({
      Component: (await import('./applications/MyApplicationsScreen.js')).MyApplicationsScreen,
    }),
  },
  {
    path: '/messages',
    lazy: async () => ({
      Component: (await import('./applications/ConversationsScreen.js')).ConversationsScreen,
    }),
  },
  {
    path: '/notices',
    lazy: async () => ({ Component: (await import('./applications/NoticesScreen.js')).NoticesScreen }),
  },
  {
    path: '/applications/:applicationId',
    lazy: async () => ({
      Component: (await import('./applications/ApplicationScreen.js')).ApplicationScreen,
    }),
  },
  {
    path: '/applications/:applicationId/messages',
    lazy: async () => ({ Component: (await import('./messages/MessagesScreen.js')).MessagesScreen }),
  },
  {
    path: '/applications/:applicationId/receipt',
    lazy: async () => ({ Component: (await import('./receipt/ReceiptScreen.js')).ReceiptScreen }),
  },
  {
    path: '/preview/:token',
    lazy: async () => ({ Component: (await import('./preview/FormPreviewScreen.js')).FormPreviewScreen }),
  },
  {
    path: '/verify/:token?',
    lazy: async () => ({ Component: (await import('./verify/VerifyScreen.js')).VerifyScreen }),
  },
  { path: '/help', lazy: async () => ({ Component: (await import('./help/HelpScreen.js')).HelpScreen }) },
  { path: '/faq', lazy: async () => ({ Component: (await import('./help/FaqScreen.js')).FaqScreen }) },
  {
    path: '/accessibility',
    lazy: async () => ({ Component: (await import('./help/AccessibilityScreen.js')).AccessibilityScreen }),
  },
  {
    path: '/privacy',
    lazy: async () => ({ Component: (await import('./help/PrivacyScreen.js')).PrivacyScreen }),
  },
];

const ROUTES = SCREENS.map(({ path, lazy }) => {
  const fetchScreen = fetchOnce(lazy);
  return { path, fetchScreen, element: <Fetched fetchScreen={fetchScreen} /> };
});

function Fetched({ fetchScreen }: { readonly fetchScreen: () => Promise<FetchedScreen> }): ReactNode {
  const { Component } = use(fetchScreen());
  return <Component />;
}

/**
 * Brings the screen of an address, so that the first drawing is the whole one: React holds back what follows a drawing
 * that waits for something by 300 ms (`FALLBACK_THROTTLE_MS`). What could not be had is told by the screen when it is drawn.
 */
export async function openScreen(queries: QueryClient, pathname: string): Promise<void> {
  const found = closestMatch(ROUTES, pathname);
  if (found === null) return;
  const { route, params } = found;
  try {
    const { prepare } = await route.fetchScreen();
    await prepare?.(queries, params);
  } catch {
    return;
  }
}

export function PortalRoutes(): ReactNode {
  return (
    <Frame>
      <Routes routes={ROUTES} otherwise={<NotFoundScreen />} />
    </Frame>
  );
}
