import type { ReactNode } from 'react';
import { useUiTexts } from '../texts/index.js';

export function Spinner({ label }: { readonly label?: string }): ReactNode {
  const texts = useUiTexts();
  return (
    <div className="tz-spinner" role="status">
      <span className="tz-spinner__ring" aria-hidden="true" />
      <span>{label ?? texts.loading}</span>
    </div>
  );
}
