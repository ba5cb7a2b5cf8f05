import '../../messages/messages.css';
import { useState, type ReactNode } from 'react';
import type { ConversationView } from '../../api/types.js';
import { Composer } from '../../messages/Composer.js';
import { MessageList } from '../../messages/MessageList.js';
import { useConversation } from '../../messages/use-conversation.js';
import { Link, useParams } from '../../router/index.js';
import { useMessagesTexts } from '../../texts/index.js';
import { Banner, Icon, Page } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { RequireApplicant } from '../session/RequireApplicant.js';

/** What applicant and office write to each other about one application. */
export function MessagesScreen(): ReactNode {
  const texts = useMessagesTexts();
  return <RequireApplicant title={texts.title}>{() => <LoadMessages />}</RequireApplicant>;
}

function LoadMessages(): ReactNode {
  const texts = useMessagesTexts();
  const { applicationId = '' } = useParams();
  const { conversation, fresh, put } = useConversation('applicant', applicationId);
  if (conversation.data) return <Messages conversation={conversation.data} fresh={fresh} onSent={put} />;
  if (conversation.isError) {
    return <FailurePage error={conversation.error} onRetry={() => void conversation.refetch()} />;
  }
  return <LoadingPage title={texts.title} />;
}

interface MessagesProps {
  readonly conversation: ConversationView;
  readonly fresh: ReadonlySet<string>;
  readonly onSent: (after: ConversationView) => void;
}

function Messages({ conversation, fresh, onSent }: MessagesProps): ReactNode {
  const texts = useMessagesTexts();
  const [sent, setSent] = useState(0);
  const { applicationId, number, procedureTitle, subject, messages, closed } = conversation;
  return (
    <Page
      title={texts.title}
      over={texts.over(number)}
      site={useSiteName()}
      focusKey={`messages ${applicationId}`}
      width="narrow"
    >
      <p className="tz-lead">
        {procedureTitle}
        <br />
        {subject}
      </p>
      <p>
        <Link className="tz-messages__back" to={`/applications/${applicationId}`}>
          <Icon name="back" />
          {texts.back}
        </Link>
      </p>
      <section className="tz-messages__list">
        <MessageList side="applicant" messages={messages} fresh={fresh} />
      </section>
      {sent > 0 && <Banner key={sent} tone="success" role="status" title={texts.sent} />}
      {closed === null ? (
        <Composer
          side="applicant"
          conversation={conversation}
          onSent={(after) => {
            onSent(after);
            setSent((count) => count + 1);
          }}
        />
      ) : (
        <Banner tone="info" title={texts.closed[closed]} />
      )}
    </Page>
  );
}
