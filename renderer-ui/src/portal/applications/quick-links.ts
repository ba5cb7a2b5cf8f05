import type { mineJa } from '../../texts/mine-ja.js';

/** Where else my page leads. */
export const quickLinks: readonly {
  readonly to: string;
  readonly label: Extract<
    keyof typeof mineJa,
    'conversations' | 'allNotices' | 'announcements' | 'favourites'
  >;
}[] = [
  { to: '/messages', label: 'conversations' },
  { to: '/notices', label: 'allNotices' },
  { to: '/favourites', label: 'favourites' },
  { to: '/announcements', label: 'announcements' },
];
