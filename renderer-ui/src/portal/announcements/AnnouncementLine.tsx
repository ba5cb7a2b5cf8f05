import type { ReactNode } from 'react';
import type { AnnouncementView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, useAnnouncementsTexts, useLanguage } from '../../texts/index.js';
import { InJapanese, StatusChip } from '../../ui/index.js';

/** One line of a list of news: when, for whom, and its title as the way to the rest. */
export function AnnouncementLine({ one }: { readonly one: AnnouncementView }): ReactNode {
  return (
    <li className="tz-news__line">
      <AnnouncementFacts one={one} />
      <Link className="tz-news__title" to={`/announcements/${one.id}`}>
        <InJapanese>{one.title}</InJapanese>
      </Link>
    </li>
  );
}

/** When it was published, how important it is, for whom, and its field as the way to more of the same. */
export function AnnouncementFacts({ one }: { readonly one: AnnouncementView }): ReactNode {
  const texts = useAnnouncementsTexts();
  const language = useLanguage();
  const { category } = one;
  return (
    <p className="tz-news__facts">
      <time dateTime={one.publishedAt}>{dateText(one.publishedAt, language)}</time>
      {one.important && <StatusChip tone="danger">{texts.important}</StatusChip>}
      {one.audience !== null && <span>{texts.audiences[one.audience]}</span>}
      {category !== null && (
        <Link to={`/announcements?${new URLSearchParams({ category: category.name })}`}>
          {category.title}
        </Link>
      )}
    </p>
  );
}
