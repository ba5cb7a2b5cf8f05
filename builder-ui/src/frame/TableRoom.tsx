import type { ReactNode } from 'react';

/** A table that may be wider than the screen: it scrolls by itself, with the keyboard, too. */
export function TableRoom({
  label,
  columns,
  children,
}: {
  readonly label: string;
  readonly columns: readonly string[];
  /** The rows. */
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="builder-table-room" role="region" aria-label={label} tabIndex={0}>
      <table className="builder-table">
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
