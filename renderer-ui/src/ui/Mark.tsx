import type { ReactNode } from 'react';

/** The sign of the site, as in `public/icon.svg`. A picture would be opened as a document of its own, twice, while the first page waits. */
export function Mark(): ReactNode {
  return (
    <svg className="tz-header__mark" viewBox="0 0 40 40" aria-hidden="true">
      <path fill="#fff" d="M12 9h11l6 6v16H12zm2.7 14.3 4.3 4.4 7.3-7.9-1.6-1.6-5.7 6.1-2.7-2.6z" />
    </svg>
  );
}
