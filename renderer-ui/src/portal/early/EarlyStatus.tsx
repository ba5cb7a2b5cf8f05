import type { ReactNode } from 'react';
import { earlyJa } from '../../texts/early-ja.js';
import { Icon } from '../../ui/index.js';

/** In the place of `SaveStatus` until the program is there: what is typed is on the screen, and nowhere else yet. */
export function SaveStatus(): ReactNode {
  return (
    <p className="tz-save" data-state="unsaved">
      <Icon name="cloud" />
      <span>{earlyJa.typeAlready}</span>
    </p>
  );
}
