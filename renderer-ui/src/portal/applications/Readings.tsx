import { useState, type ReactNode } from 'react';
import { dateText, timeText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { Button, InJapanese, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useReadings } from './mine-queries.js';

/** 閲覧記録: which department has opened the file, and when. Asked for only by those who want to know. */
export function Readings({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useApplicationsTexts().readings;
  const [shown, setShown] = useState(false);
  return (
    <>
      <p className="tz-quiet">{texts.lead}</p>
      {shown ? (
        <ReadingTable applicationId={applicationId} />
      ) : (
        <Button size="small" onClick={() => setShown(true)}>
          {texts.show}
        </Button>
      )}
    </>
  );
}

function ReadingTable({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useApplicationsTexts().readings;
  const language = useLanguage();
  const found = useReadings(applicationId);
  if (found.error !== null) return <FailureBanner error={found.error} />;
  if (!found.data) return <Spinner />;
  const { readings } = found.data;
  if (readings.length === 0) return <p role="status">{texts.none}</p>;
  return (
    <ul className="tz-readings" aria-label={texts.list}>
      {readings.map(({ day, department, roles, people, lastAt, opened, exported }) => (
        <li key={`${day} ${department} ${roles.join()} ${exported}`}>
          <p className="tz-readings__day">{texts.until(dateText(day, language), timeText(lastAt))}</p>
          <p>
            <InJapanese>{department}</InJapanese>
            {texts.roles(roles, people)}
          </p>
          {exported && <p>{texts.exported}</p>}
          {opened.length > 0 && <p>{texts.opened(opened)}</p>}
        </li>
      ))}
    </ul>
  );
}
