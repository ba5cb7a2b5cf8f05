import type { ReactNode } from 'react';

export interface DescriptionRow {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
}

/** Label and value; side by side where there is room. */
export function DescriptionList({ rows }: { readonly rows: readonly DescriptionRow[] }): ReactNode {
  return (
    <dl className="tz-list">
      {rows.map((row) => (
        <div key={row.key} className="tz-list__row">
          <dt className="tz-list__term">{row.term}</dt>
          <dd className="tz-list__value">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
