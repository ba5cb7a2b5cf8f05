import type { ReactNode } from 'react';
import { useLatestAnnouncements } from '../../api/announcement-queries.js';
import { Link } from '../../router/index.js';
import { useAnnouncementsTexts } from '../../texts/index.js';
import { AnnouncementLine } from './AnnouncementLine.js';
import './announcements.css';

const SHOWN = 3;

/** The latest news for the home page; nothing while there is none, and nothing where it cannot be had. */
export function NewsPanel(): ReactNode {
  const texts = useAnnouncementsTexts();
  const news = useLatestAnnouncements().data?.announcements ?? [];
  if (news.length === 0) return null;
  // What matters to everybody comes first, however old among those shown.
  const shown = [...news].sort((a, b) => Number(b.important) - Number(a.important)).slice(0, SHOWN);
  return (
    <section className="tz-news">
      <h2 className="tz-heading">{texts.title}</h2>
      <ul className="tz-news__list">
        {shown.map((one) => (
          <AnnouncementLine key={one.id} one={one} />
        ))}
      </ul>
      <p>
        <Link to="/announcements">{texts.all}</Link>
      </p>
    </section>
  );
}
