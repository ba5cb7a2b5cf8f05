import type { ReactNode } from 'react';

const shapes = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 15h-2v-7h2v7Zm0-9h-2V6h2v2Z',
  warning: 'M12 2.5 1 21.5h22L12 2.5Zm1 15.5h-2v-2h2v2Zm0-4h-2V9.5h2V14Z',
  error: 'M8 2 2 8v8l6 6h8l6-6V8l-6-6H8Zm5 15h-2v-2h2v2Zm0-4h-2V7h2v6Z',
  success: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.5 14.6-4.3-4.3 1.4-1.4 2.9 2.9 6-6 1.4 1.4-7.4 7.4Z',
  check: 'm9.5 18.1-5.6-5.6 1.9-1.9 3.7 3.7 8.7-8.7 1.9 1.9L9.5 18.1Z',
  close:
    'm12 10.2 5.6-5.6 1.8 1.8-5.6 5.6 5.6 5.6-1.8 1.8-5.6-5.6-5.6 5.6-1.8-1.8 5.6-5.6-5.6-5.6 1.8-1.8 5.6 5.6Z',
  menu: 'M3 5.5h18v2H3v-2Zm0 5.5h18v2H3v-2Zm0 5.5h18v2H3v-2Z',
  back: 'm14.5 5 1.5 1.5-5.5 5.5 5.5 5.5-1.5 1.5-7-7 7-7Z',
  forward: 'm9.5 19-1.5-1.5 5.5-5.5L8 6.5 9.5 5l7 7-7 7Z',
  plus: 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7V4Z',
  camera: 'M9 4 7.2 6H3v14h18V6h-4.2L15 4H9Zm3 13.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9Z',
  file: 'M6 2h8l5 5v15H6V2Zm7 1.5V8h4.5L13 3.5Z',
  mail: 'M2 5h20v14H2V5Zm10 8L4 7.5V17h16V7.5L12 13Z',
  cloud: 'M19 10.5A7 7 0 0 0 5.6 9 5.5 5.5 0 0 0 6.5 20H18.500a4.750 4.750 0 0 0 .5-9.500Z',
  search:
    'M10 3a7 7 0 1 0 4.200 12.600l5.300 5.300 1.400-1.400-5.300-5.300A7 7 0 0 0 10 3Zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z',
  download:
    'M11 3h2v9.200l3.300-3.300 1.400 1.400L12 16l-5.700-5.700 1.400-1.400 3.300 3.300V3ZM4 18h16v2H4v-2Z',
} as const;

export type IconName = keyof typeof shapes;

/** Decoration beside a word, never instead of one. */
export function Icon({
  name,
  className,
}: {
  readonly name: IconName;
  readonly className?: string;
}): ReactNode {
  return (
    <svg
      className={className ?? 'tz-icon'}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
