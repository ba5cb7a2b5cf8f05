import type { ReactNode } from 'react';
import { useUiTexts } from '../../texts/index.js';
import { Spinner } from '../../ui/index.js';

/** While a screen is on its way. Not a `Page`: the title that follows must not be announced as a second one. */
export function OpeningScreen(): ReactNode {
  const texts = useUiTexts();
  return (
    <main id="main" className="tz-main">
      <h1 className="tz-hidden">{texts.loading}</h1>
      <Spinner />
    </main>
  );
}
