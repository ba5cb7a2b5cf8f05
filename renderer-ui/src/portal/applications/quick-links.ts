import type { mineJa } from '../../texts/mine-ja.js';

interface QuickLink {
  readonly to: string;
  readonly label: Extract<
    keyof typeof mineJa,
    'conversations' | 'allNotices' | 'announcements' | 'favourites' | 'sites' | 'account'
  >;
}

const forEverybody: readonly QuickLink[] = [
  { to: '/messages', label: 'conversations' },
  { to: '/notices', label: 'allNotices' },
];
const withAccount: readonly QuickLink[] = [
  { to: '/favourites', label: 'favourites' },
  { to: '/account/sites', label: 'sites' },
  { to: '/account', label: 'account' },
];

/** Where else my page leads. Who applies without an account keeps nothing that outlives the application. */
export const quickLinks = (isGuest: boolean): readonly QuickLink[] => [
  ...forEverybody,
  ...(isGuest ? [] : withAccount),
  { to: '/announcements', label: 'announcements' },
];
