import { useState, type ReactNode } from 'react';
import { Button } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';

/** What the dialog that makes another of them is given. */
export interface Making {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (name: string) => void;
}

interface PartListProps {
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly title: string; readonly note: string }[];
  readonly chosen: string | undefined;
  readonly onOpen: (name: string) => void;
  /** On the button that makes another. */
  readonly make: string;
  readonly dialog: (making: Making) => ReactNode;
}

/** Tables, mails or notices of a draft, one of which is open, and the way to another. */
export function PartList({ label, parts, chosen, onOpen, make, dialog }: PartListProps): ReactNode {
  const [isMaking, setMaking] = useState(false);
  return (
    <nav className="builder-parts" aria-label={label}>
      <ul>
        {parts.map(({ name, title, note }) => (
          <li key={name}>
            <button
              type="button"
              className="builder-pick"
              aria-current={name === chosen || undefined}
              onClick={() => onOpen(name)}
            >
              {title}
              <span className="tz-quiet builder-small">{note}</span>
            </button>
          </li>
        ))}
      </ul>
      <ForWriters>
        <Button size="small" onClick={() => setMaking(true)}>
          {make}
        </Button>
        {dialog({
          open: isMaking,
          onClose: () => setMaking(false),
          onMade: (name) => {
            setMaking(false);
            onOpen(name);
          },
        })}
      </ForWriters>
    </nav>
  );
}
