import type { ReactNode } from 'react';
import { RequestRefused } from '../../api/request.js';
import type { SaveState } from '../../drafts/draft-saver.js';
import { timeText, useDeskPaperTexts } from '../../texts/index.js';
import { Banner, Button } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

interface PaperSaveStateProps {
  readonly state: SaveState;
  readonly onReopen: () => void;
}

/** Whether what was keyed in is safe. */
export function PaperSaveState({ state, onReopen }: PaperSaveStateProps): ReactNode {
  const texts = useDeskPaperTexts().fill;
  switch (state.kind) {
    case 'saved':
      return <p className="desk-small tz-quiet">{texts.saved(timeText(state.at))}</p>;
    case 'unsaved':
    case 'saving':
      return <p className="desk-small tz-quiet">{texts[state.kind]}</p>;
    case 'offline':
      return <Banner tone="warning" role="status" title={texts.offline} />;
    case 'signed-out':
      return <Banner tone="error" role="alert" title={texts.signedOut} />;
    case 'refused':
      return state.error instanceof RequestRefused ? (
        <RefusalBanner error={state.error} />
      ) : (
        <Banner tone="error" role="alert" title={texts.notSaved} />
      );
    case 'conflict':
    case 'gone':
    case 'submitted':
      return (
        <Banner tone="warning" role="alert" title={texts.elsewhere}>
          <Button size="small" onClick={onReopen}>
            {texts.reopen}
          </Button>
        </Banner>
      );
  }
}
