import type { ReactNode } from 'react';

export function Footer({
  children,
  note,
}: {
  readonly children?: ReactNode;
  readonly note: ReactNode;
}): ReactNode {
  return (
    <footer className="tz-footer">
      <div className="tz-footer__inner">
        <nav className="tz-footer__links">{children}</nav>
        <p className="tz-quiet">{note}</p>
      </div>
    </footer>
  );
}
