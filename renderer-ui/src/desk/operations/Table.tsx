import type { ReactNode } from 'react';

interface TableProps {
  /** Of the heading that names it. */
  readonly id: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

/** A table that a narrow screen moves sideways. */
export function Table({ id, heads, children }: TableProps): ReactNode {
  return (
    <div className="desk-table-room" tabIndex={0} role="group" aria-labelledby={id}>
      <table className="tz-table desk-table desk-operations__table" aria-labelledby={id}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
