import { useState, type ReactNode } from 'react';

interface HeaderMenuProps {
  readonly title: string;
  /** @param close for what leads elsewhere */
  readonly children: (close: () => void) => ReactNode;
}

/** A list behind a name in the header. Closes with Escape and when it is left. */
export function HeaderMenu({ title, children }: HeaderMenuProps): ReactNode {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <details
      open={open}
      className="desk-own"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        close();
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary className="desk-own__name">{title}</summary>
      <div className="desk-own__list">{children(close)}</div>
    </details>
  );
}
