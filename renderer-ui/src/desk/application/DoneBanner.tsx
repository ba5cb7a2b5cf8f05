import type { ReactNode } from 'react';
import { Banner, ButtonLink, Buttons } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

export interface Done {
  readonly title: string;
  readonly stage: string;
}

interface DoneBannerProps {
  readonly done: Done;
  readonly nextId: string | null;
  readonly backTo: string;
}

export function DoneBanner({ done, nextId, backTo }: DoneBannerProps): ReactNode {
  const texts = useDeskTexts();
  return (
    <div id="desk-done" tabIndex={-1} data-quiet-focus>
      <Banner tone="success" role="status" title={done.title}>
        <p>{texts.actions.nowAt(done.stage)}</p>
        <Buttons>
          {nextId !== null && (
            <ButtonLink look="primary" to={`/desk/applications/${encodeURIComponent(nextId)}`}>
              {texts.application.next}
            </ButtonLink>
          )}
          <ButtonLink to={backTo}>{texts.application.back}</ButtonLink>
        </Buttons>
      </Banner>
    </div>
  );
}
