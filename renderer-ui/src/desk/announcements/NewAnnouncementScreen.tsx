import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { Link } from '../../router/index.js';
import { useDeskNewsTexts } from '../../texts/index.js';
import { Page, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { AnnouncementEditor } from './AnnouncementEditor.js';
import { emptyNewsForm } from './news-form.js';
import { useNewsOptions } from './news-queries.js';
import './news.css';

export function NewAnnouncementScreen(): ReactNode {
  const texts = useDeskNewsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const options = useNewsOptions();
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Page
      title={texts.form.newTitle}
      over={texts.title}
      site={site.data?.name ?? desk.product}
      focusKey="new announcement"
    >
      <div className="tz-stack desk-news">
        <p>
          <Link to="/desk/announcements">{texts.back}</Link>
        </p>
        <RefusalBanner error={options.error} />
        {options.isPending && <Spinner />}
        {options.data && (
          <AnnouncementEditor id={id} saved={null} start={emptyNewsForm} options={options.data} />
        )}
      </div>
    </Page>
  );
}
