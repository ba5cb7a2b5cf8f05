import type { ReactNode } from 'react';
import type { HistoryLine } from '../../../api/types.js';
import { dateTimeText, useDeskOpinionsTexts, useDeskVisitsTexts, useLanguage } from '../../../texts/index.js';
import { Timeline } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { historyTitle } from '../history-title.js';
import { RailCard } from './RailCard.js';

interface HistoryCardProps {
  readonly history: readonly HistoryLine[];
  /** Messages between applicant and office. */
  readonly written: readonly HistoryLine[];
}

/** Who did what, from where to where, and why: for colleagues and, apart, as the applicant was told. */
export function HistoryCard({ history, written }: HistoryCardProps): ReactNode {
  const texts = useDeskTexts().history;
  const opinions = useDeskOpinionsTexts().happened;
  const visits = useDeskVisitsTexts().happened;
  const language = useLanguage();
  const newestFirst = [...history, ...written]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .reverse();
  return (
    <RailCard title={texts.title}>
      <Timeline
        entries={newestFirst.map((line, index) => ({
          key: `${line.at} ${index}`,
          time: dateTimeText(line.at, language),
          title: historyTitle(line, { happened: { ...texts.happened, ...opinions, ...visits } }),
          body: <HistoryBody line={line} />,
        }))}
      />
    </RailCard>
  );
}

function HistoryBody({ line }: { readonly line: HistoryLine }): ReactNode {
  const { history: texts, signs } = useDeskTexts();
  const moved = line.fromTitle !== null && line.fromTitle !== line.toTitle;
  return (
    <div className="desk-history">
      <p className="desk-small">
        {texts.by[line.actorKind]}
        {line.actorKind !== 'system' && `${signs.colon}${line.actorName}`}
        {line.onBehalfOf !== null && texts.inPlaceOf(line.onBehalfOf)}
      </p>
      {moved && line.fromTitle !== null && (
        <p className="desk-small tz-quiet">{texts.move(line.fromTitle, line.toTitle)}</p>
      )}
      {line.fromTitle === null && <p className="desk-small tz-quiet">{texts.into(line.toTitle)}</p>}
      {line.reason !== null && line.reason !== '' && (
        <div className="desk-reason">
          <p className="desk-small tz-quiet">{texts.reason}</p>
          <p className="tz-prewrap">{line.reason}</p>
        </div>
      )}
      {line.publicReason !== null && line.publicReason !== '' && (
        <div className="desk-reason desk-reason--public">
          <p className="desk-small tz-quiet">{texts.publicReason}</p>
          <p className="tz-prewrap">{line.publicReason}</p>
        </div>
      )}
    </div>
  );
}
