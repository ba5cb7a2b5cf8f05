import type { ReactNode } from 'react';
import { useAnnouncements } from '../../api/announcement-queries.js';
import { useSearchParams } from '../../router/index.js';
import { useAnnouncementsTexts } from '../../texts/index.js';
import { Button, ButtonLink, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { AnnouncementLine } from './AnnouncementLine.js';
import './announcements.css';

export function AnnouncementsScreen(): ReactNode {
  const texts = useAnnouncementsTexts();
  const [query] = useSearchParams();
  const category = query.get('category');
  const news = useAnnouncements(category);
  const shown = news.data?.pages.flatMap(({ announcements }) => announcements) ?? [];
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="announcements">
      {category !== null && (
        <div className="tz-news__filter">
          <p>{texts.onlyIn(shown[0]?.category?.title ?? category)}</p>
          <ButtonLink size="small" to="/announcements">
            {texts.everything}
          </ButtonLink>
        </div>
      )}
      {news.isPending && <Spinner />}
      {news.isError && <FailureBanner error={news.error} />}
      {news.data && shown.length === 0 && <p role="status">{texts.none}</p>}
      <ul className="tz-news__list">
        {shown.map((one) => (
          <AnnouncementLine key={one.id} one={one} />
        ))}
      </ul>
      {news.hasNextPage && (
        <Button blocked={news.isFetchingNextPage} onClick={() => void news.fetchNextPage()}>
          {texts.older}
        </Button>
      )}
    </Page>
  );
}
