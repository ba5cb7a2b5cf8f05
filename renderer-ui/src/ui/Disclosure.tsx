import type { ReactNode } from 'react';

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Beside a question: quieter, so that the question stays in front. */
  readonly small?: boolean;
  /** It was unfolded. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

export function Disclosure({ summary, small, onOpen, children }: DisclosureProps): ReactNode {
  return (
    <details
      className={small ? 'tz-disclosure tz-disclosure--small' : 'tz-disclosure'}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary>{summary}</summary>
      <div className="tz-disclosure__body">{children}</div>
    </details>
  );
}
