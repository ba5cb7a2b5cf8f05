import { Link } from '../../router/index.js';
import './mine.css';
import type { ReactNode } from 'react';
import { useDrafts } from '../../api/queries.js';
import { useApplicationsTexts, useMineTexts } from '../../texts/index.js';
import { Icon, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { OtherHatsWaiting } from '../session/HatNotice.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { DraftCard } from './DraftCard.js';
import { useWaiting } from './mine-queries.js';
import { OwnApplications } from './OwnApplications.js';
import { quickLinks } from './quick-links.js';
import { Waiting } from './Waiting.js';

export function MyApplicationsScreen(): ReactNode {
  const texts = useApplicationsTexts();
  return (
    <RequireApplicant title={texts.title}>
      {({ guestOf, acting }) => <MyApplications hasAccount={guestOf === null && acting === null} />}
    </RequireApplicant>
  );
}

/** マイページ: what waits first, then what was begun, then everything that was submitted. */
function MyApplications({ hasAccount }: { readonly hasAccount: boolean }): ReactNode {
  const texts = useApplicationsTexts();
  const mine = useMineTexts();
  const waiting = useWaiting();
  const drafts = useDrafts(true);
  const failure = waiting.error ?? drafts.error;
  const started = drafts.data?.drafts ?? [];
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="applications">
      <div className="tz-mine">
        <div>
          {failure !== null && <FailureBanner error={failure} />}
          <OtherHatsWaiting />
          {waiting.isPending && <Spinner />}
          {waiting.data && <Waiting waiting={waiting.data} />}
          {started.length > 0 && (
            <section className="tz-mine__section" aria-labelledby="drafts">
              <h2 id="drafts" className="tz-heading">
                {texts.drafts}
              </h2>
              <ul className="tz-mine__list">
                {started.map((draft) => (
                  <DraftCard key={draft.id} draft={draft} />
                ))}
              </ul>
            </section>
          )}
          <OwnApplications />
        </div>
        <nav className="tz-mine__links" aria-label={mine.links}>
          <ul>
            {quickLinks(hasAccount).map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>
                  {mine[label]}
                  <Icon name="forward" />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </Page>
  );
}
