import type { ReactNode } from 'react';
import { useViewerTexts } from '../../texts/index.js';
import { Icon } from '../../ui/index.js';
import { useViewingHere } from './use-viewing.js';

/** Beside an answer: the files that prove it, to be shown side by side. */
export function Proofs({ path }: { readonly path: string }): ReactNode {
  const texts = useViewerTexts();
  const viewing = useViewingHere();
  const files = viewing?.filesFor(path) ?? [];
  if (!viewing || files.length === 0) return null;
  return (
    <p className="desk-proofs">
      <span className="tz-hidden">{texts.proof}</span>
      {files.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="desk-proofs__file"
          data-proof={id}
          aria-label={texts.show(name)}
          aria-pressed={viewing.current === id}
          onClick={() => viewing.show(id, path)}
        >
          <Icon name="file" />
          {name}
        </button>
      ))}
    </p>
  );
}
