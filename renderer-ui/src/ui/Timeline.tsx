import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string;
  readonly time: ReactNode;
  readonly title: ReactNode;
  readonly body?: ReactNode;
}

/** Newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactNode {
  return (
    <ol className="tz-timeline">
      {entries.map((entry, index) => (
        <li key={entry.key} className="tz-timeline__item" data-latest={index === 0}>
          <p className="tz-timeline__time">{entry.time}</p>
          <p className="tz-timeline__title">{entry.title}</p>
          {entry.body}
        </li>
      ))}
    </ol>
  );
}
