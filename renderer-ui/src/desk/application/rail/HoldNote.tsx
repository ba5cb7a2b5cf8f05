import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { dateText, useLanguage } from '../../../texts/index.js';
import { Banner, Button } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';

interface HoldNoteProps {
  readonly hold: NonNullable<DeskApplicationView['hold']>;
  readonly mayResume: boolean;
  readonly onResume: () => void;
}

export function HoldNote({ hold, mayResume, onResume }: HoldNoteProps): ReactNode {
  const texts = useDeskTexts().status;
  const language = useLanguage();
  return (
    <Banner tone="warning" title={texts.hold}>
      <p className="tz-prewrap">{hold.reason}</p>
      <p className="desk-small">
        {texts.heldBy(hold.ownerName)}
        <br />
        {texts.reviewOn(dateText(hold.reviewOn, language))}
      </p>
      {mayResume && (
        <Button size="small" onClick={onResume}>
          {texts.resume}
        </Button>
      )}
    </Banner>
  );
}
