import { Link } from '../../router/index.js';
import './mine.css';
import type { ReactNode } from 'react';
import { dateTimeText, useLanguage, useMineTexts } from '../../texts/index.js';
import { Button, Card, Icon, InJapanese, Page, Spinner, StatusChip } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { useConversations } from './mine-queries.js';

export function ConversationsScreen(): ReactNode {
  const texts = useMineTexts();
  return <RequireApplicant title={texts.conversations}>{() => <Conversations />}</RequireApplicant>;
}

/** What was written about any application, the latest first. */
function Conversations(): ReactNode {
  const texts = useMineTexts();
  const language = useLanguage();
  const found = useConversations();
  const conversations = found.data?.pages.flatMap((page) => page.conversations) ?? [];
  return (
    <Page title={texts.conversations} site={useSiteName()} focusKey="conversations" width="narrow">
      <BackToMine />
      <p className="tz-lead">{texts.conversationsLead}</p>
      {found.error !== null && <FailureBanner error={found.error} />}
      {found.isPending && <Spinner />}
      {found.data && conversations.length === 0 && <Card look="quiet">{texts.noConversations}</Card>}
      <ul className="tz-mine__list">
        {conversations.map((one) => (
          <Card key={one.applicationId} as="li" look={one.unread > 0 ? 'attention' : 'plain'}>
            {one.unread > 0 && (
              <p>
                <StatusChip tone="waiting">{texts.unread(one.unread)}</StatusChip>
              </p>
            )}
            <h2 className="tz-mine__title">
              <Link to={`/applications/${one.applicationId}/messages`}>
                {texts.about(one.procedureTitle, one.subject)}
              </Link>
            </h2>
            <p>
              <strong>{texts.last[one.lastSide]}</strong> <InJapanese>{one.excerpt}</InJapanese>
            </p>
            <p className="tz-quiet">{dateTimeText(one.lastAt, language)}</p>
          </Card>
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

export function BackToMine(): ReactNode {
  const texts = useMineTexts();
  return (
    <p>
      <Link className="tz-mine__back" to="/applications">
        <Icon name="back" />
        {texts.back}
      </Link>
    </p>
  );
}
