import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { dateText, useCaseTexts, useLanguage } from '../../../texts/index.js';
import { StatusChip } from '../../../ui/index.js';
import { RailCard } from '../rail/RailCard.js';

/** 申請者の画面: the same words as the applicant reads, with the reason and the next step, for whoever answers the phone. */
export function PublicCard({ application }: { readonly application: DeskApplicationView }): ReactNode {
  const texts = useCaseTexts().publicSide;
  const language = useLanguage();
  const { status, publicSide, correction, clock } = application;
  const { turn, department, ahead, reason } = publicSide;
  return (
    <RailCard title={texts.title} aside={<StatusChip tone={status.tone}>{status.label}</StatusChip>}>
      <p>{status.explanation}</p>
      <dl className="desk-facts">
        {reason !== null && (
          <div>
            <dt>{texts.reason}</dt>
            <dd className="tz-prewrap">{reason}</dd>
          </div>
        )}
        <div>
          <dt>{texts.turn}</dt>
          <dd>{turn === 'office' ? texts.turns.office(department) : texts.turns[turn]}</dd>
        </div>
        {correction && (
          <div>
            <dt>{texts.correctionDue}</dt>
            <dd>{dateText(correction.dueOn, language)}</dd>
          </div>
        )}
        {ahead.length > 0 && (
          <div>
            <dt>{texts.ahead}</dt>
            <dd>{ahead.join(' → ')}</dd>
          </div>
        )}
        {clock.forecastOn !== null && (
          <div>
            <dt>{texts.forecast}</dt>
            <dd>{texts.about(dateText(clock.forecastOn, language))}</dd>
          </div>
        )}
      </dl>
    </RailCard>
  );
}
