import { useQuery } from '../../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { fetchDeskReadings } from '../../../api/mine.js';
import { dateText, timeText, useCaseTexts, useLanguage, useReportsTexts } from '../../../texts/index.js';
import { Button, Spinner } from '../../../ui/index.js';
import { deskKeys } from '../../desk-queries.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { RailCard } from './RailCard.js';

/** 閲覧記録: who has had the case on the screen. The applicant reads the same without names. */
export function ReadingsCard({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useDeskTexts().readings;
  const [shown, setShown] = useState(false);
  return (
    <RailCard title={texts.title}>
      {shown ? (
        <ReadingRows applicationId={applicationId} />
      ) : (
        <Button size="small" onClick={() => setShown(true)}>
          {texts.show}
        </Button>
      )}
    </RailCard>
  );
}

function ReadingRows({ applicationId }: { readonly applicationId: string }): ReactNode {
  const { readings: texts, signs } = useDeskTexts();
  const { concealed } = useCaseTexts();
  const reports = useReportsTexts();
  const language = useLanguage();
  const found = useQuery({
    queryKey: [...deskKeys.application(applicationId), 'readings'],
    queryFn: () => fetchDeskReadings(applicationId),
  });
  if (found.isPending) return <Spinner />;
  if (found.error) return <RefusalBanner error={found.error} />;
  return (
    <ul className="desk-notices">
      {found.data.readings.map((one) => (
        <li key={`${one.day} ${one.name} ${one.exported}`} className="desk-notice">
          <p>
            <strong>{one.name}</strong> <span className="desk-small">{one.department}</span>
          </p>
          <p className="desk-small tz-quiet">{one.roles.join(signs.also)}</p>
          <p className="desk-small">
            {dateText(one.day, language)} {texts.times(one.times, timeText(one.lastAt))}
          </p>
          {one.exported && <p className="desk-small">{reports.exported}</p>}
          {one.opened.length > 0 && (
            <p className="desk-small">{concealed.opened(one.opened.join(signs.list))}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
