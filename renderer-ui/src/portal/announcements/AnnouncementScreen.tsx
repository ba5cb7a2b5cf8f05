import type { ReactNode } from 'react';
import { useAnnouncement } from '../../api/announcement-queries.js';
import { Link, useParams } from '../../router/index.js';
import { useAnnouncementsTexts, useLanguage } from '../../texts/index.js';
import { Page } from '../../ui/index.js';
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
      {one.language !== language && <p className="tz-quiet">{texts.onlyJapanese}</p>}
      <div className="tz-news__body" lang={one.language}>
        {one.body.split(/\n\s*\n/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
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
