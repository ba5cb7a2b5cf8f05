import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useLanguage } from '../../../texts/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { shortDateTime } from '../../short-dates.js';
import { RailCard } from './RailCard.js';

/** The sheet of the decision (決裁欄): who has said yes, and whose turn it is. */
export function ApprovalCard({ approval }: Pick<DeskApplicationView, 'approval'>): ReactNode {
  const texts = useDeskTexts().approval;
  const language = useLanguage();
  if (!approval) return null;
  const { order, needed, steps } = approval;
  return (
    <RailCard title={texts.title}>
      <p className="desk-small tz-quiet">
        {order === 'serial' ? texts.serial : texts.parallel(needed, steps.length)}
      </p>
      <ol className="desk-approval">
        {steps.map(({ title, roleTitle, isTurn, approved }, index) => (
          <li key={`${title} ${index}`} className="desk-approval__step" data-turn={isTurn}>
            <p className="desk-approval__title">
              <strong>{title}</strong>
              <span className="desk-small tz-quiet">{roleTitle}</span>
            </p>
            {approved ? (
              <p className="desk-small">
                <strong>{texts.said}</strong> {approved.by}
                {approved.onBehalfOf !== null && texts.inPlaceOf(approved.onBehalfOf)}{' '}
                {shortDateTime(approved.at, language)}
              </p>
            ) : (
              <p className="desk-small">{isTurn ? <strong>{texts.turn}</strong> : texts.waits}</p>
            )}
          </li>
        ))}
      </ol>
    </RailCard>
  );
}
