import type { ReactNode } from 'react';

export function Disclosure({
  summary,
  children,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <details className="tz-disclosure">
      <summary>{summary}</summary>
      <div className="tz-disclosure__body">{children}</div>
    </details>
  );
}
