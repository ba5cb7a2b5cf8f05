import { Link } from '../../router/index.js';
import './mine.css';
import type { ReactNode } from 'react';
import { useMineTexts } from '../../texts/index.js';
import { Button, Card, InJapanese, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { BackToMine } from './ConversationsScreen.js';
import { useNotices } from './mine-queries.js';
import { Notice } from './Notices.js';

export function NoticesScreen(): ReactNode {
  const texts = useMineTexts();
  return <RequireApplicant title={texts.allNotices}>{() => <AllNotices />}</RequireApplicant>;
}

/** Every document and mail about any application, the latest first. */
function AllNotices(): ReactNode {
  const texts = useMineTexts();
  const found = useNotices();
  const notices = found.data?.pages.flatMap((page) => page.notices) ?? [];
  return (
    <Page title={texts.allNotices} site={useSiteName()} focusKey="notices" width="narrow">
      <BackToMine />
      <p className="tz-lead">{texts.allNoticesLead}</p>
      {found.error !== null && <FailureBanner error={found.error} />}
      {found.isPending && <Spinner />}
      {found.data && notices.length === 0 && <Card look="quiet">{texts.noNotices}</Card>}
      <ul className="tz-notices">
        {notices.map((notice) => (
          <Notice
            key={notice.id}
            notice={notice}
            onOpened={() => void found.refetch()}
            about={
              <Link to={`/applications/${notice.applicationId}`}>
                <InJapanese>{texts.about(notice.procedureTitle, notice.subject)}</InJapanese>
              </Link>
            }
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {texts.more}
        </Button>
      )}
    </Page>
  );
}
