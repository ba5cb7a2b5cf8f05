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

/** Where else my page leads. A guest keeps nothing that outlives the application, and an agent sees nothing else. */
export const quickLinks = (hasAccount: boolean): readonly QuickLink[] => [
  ...forEverybody,
  ...(hasAccount ? withAccount : []),
  { to: '/announcements', label: 'announcements' },
];
