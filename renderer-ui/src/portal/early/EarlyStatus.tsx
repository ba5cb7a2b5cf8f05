import type { ReactNode } from 'react';
import { useEarlyTexts } from '../../texts/early.js';
import { Icon } from '../../ui/index.js';

/** In the place of `SaveStatus` until the program is there: what is typed is on the screen, and nowhere else yet. */
export function SaveStatus(): ReactNode {
  const texts = useEarlyTexts();
  return (
    <p className="tz-save" data-state="unsaved">
      <Icon name="cloud" />
      <span>{texts.typeAlready}</span>
    </p>
  );
}
