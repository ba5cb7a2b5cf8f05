import type { ReactNode } from 'react';

export type ChipTone = 'progress' | 'waiting' | 'done' | 'refused' | 'quiet' | 'danger';

/** A state in a word; the colour only repeats it. */
export function StatusChip({
  tone,
  children,
}: {
  readonly tone: ChipTone;
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`tz-chip tz-chip--${tone}`}>{children}</span>;
}
