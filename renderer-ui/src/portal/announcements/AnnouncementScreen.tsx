import type { ReactNode } from 'react';
import { useAnnouncement } from '../../api/announcement-queries.js';
import { Link, useParams } from '../../router/index.js';
import { dateText, useAnnouncementsTexts, useLanguage } from '../../texts/index.js';
import { Banner, InJapanese, Page, TextBlocks } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { AnnouncementFacts } from './AnnouncementLine.js';
import './announcements.css';

export function AnnouncementScreen(): ReactNode {
  const texts = useAnnouncementsTexts();
  const language = useLanguage();
  const site = useSiteName();
  const { announcementId = '' } = useParams();
  const found = useAnnouncement(announcementId);
  if (found.isError) return <FailurePage error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingPage title={texts.title} />;
  const one = found.data;
  return (
    <Page title={one.title} over={texts.title} site={site} focusKey={one.id} width="narrow">
      <AnnouncementFacts one={one} />
      {one.language !== language && one.withdrawn === null && (
        <p className="tz-quiet">{texts.onlyJapanese}</p>
      )}
      {one.withdrawn !== null && (
        <Banner tone="warning" title={texts.withdrawn(dateText(one.withdrawn.at, language))}>
          <p className="tz-prewrap">
            <InJapanese>{one.withdrawn.note}</InJapanese>
          </p>
        </Banner>
      )}
      {one.corrections.length > 0 && (
        <Banner tone="info" title={texts.corrected}>
          <ul className="tz-news__corrections">
            {one.corrections.map(({ at, note }) => (
              <li key={at}>
                <time dateTime={at}>{dateText(at, language)}</time> <InJapanese>{note}</InJapanese>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <TextBlocks blocks={one.body} lang={one.language} level={2} />
      {one.procedure !== null && (
        <p>
          {texts.about}: <Link to={`/procedures/${one.procedure.id}`}>{one.procedure.title}</Link>
        </p>
      )}
      <p>
        <Link to="/announcements">{texts.back}</Link>
      </p>
    </Page>
  );
}
