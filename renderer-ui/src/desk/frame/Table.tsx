import type { ReactNode } from 'react';
import './table.css';

interface TableProps {
  /** Id of the heading that names it, or what it is called where none does. */
  readonly name: { readonly heading: string } | { readonly words: string };
  readonly heads: readonly string[];
  /** Class of the table; without it, one of facts and numbers. */
  readonly look?: string;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table that a narrow screen moves sideways, with the keyboard, too. */
export function Table({ name, heads, look = OF_FACTS, children }: TableProps): ReactNode {
  const label = 'heading' in name ? { 'aria-labelledby': name.heading } : { 'aria-label': name.words };
  return (
    <div className="desk-table-room" tabIndex={0} role="group" {...label}>
      <table className={look} {...label}>
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

const OF_FACTS = 'tz-table desk-table desk-table--facts';
