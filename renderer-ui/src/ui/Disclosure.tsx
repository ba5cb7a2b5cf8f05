import type { ReactNode } from 'react';

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Beside a question: quieter, so that the question stays in front. */
  readonly small?: boolean;
  readonly children: ReactNode;
}

export function Disclosure({ summary, small, children }: DisclosureProps): ReactNode {
  return (
    <details className={small ? 'tz-disclosure tz-disclosure--small' : 'tz-disclosure'}>
      <summary>{summary}</summary>
      <div className="tz-disclosure__body">{children}</div>
    </details>
  );
}
