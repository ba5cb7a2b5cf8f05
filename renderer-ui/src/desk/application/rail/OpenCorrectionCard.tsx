import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { dateText, useLanguage } from '../../../texts/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { CorrectionList } from '../../correction/CorrectionList.js';
import { RailCard } from './RailCard.js';

/** The request the applicant is working on, in the very words the applicant reads. */
export function OpenCorrectionCard({
  correction,
}: {
  readonly correction: DeskApplicationView['correction'];
}): ReactNode {
  const texts = useDeskTexts().correction;
  const language = useLanguage();
  if (!correction) return null;
  return (
    <RailCard title={texts.waiting}>
      <p className="desk-small">{texts.dueOn(dateText(correction.dueOn, language))}</p>
      <CorrectionList note={correction.note} points={correction.targets} />
    </RailCard>
  );
}
