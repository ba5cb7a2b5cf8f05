import '../../../messages/messages.css';
import { useEffect, useState, type ReactNode } from 'react';
import { settleConversation } from '../../../api/messages.js';
import type { ConversationView } from '../../../api/types.js';
import { Composer } from '../../../messages/Composer.js';
import { MessageList } from '../../../messages/MessageList.js';
import { useConversation } from '../../../messages/use-conversation.js';
import { useMessagesTexts } from '../../../texts/index.js';
import { Button, Buttons, Disclosure, focusControl, Spinner, StatusChip } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { RailCard } from './RailCard.js';

/** やりとり: what the applicant asked, what was answered, and the answer that is still to be written. */
export function MessagesCard({ applicationId }: { readonly applicationId: string }): ReactNode {
  const words = useDeskTexts().conversation;
  const texts = useMessagesTexts();
  const { conversation, fresh, put } = useConversation('office', applicationId);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { data } = conversation;
  async function settle(close: boolean): Promise<void> {
    setFailure(null);
    try {
      put(await settleConversation(applicationId, close));
      setDone(close ? texts.closedNow : texts.settled);
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <RailCard
      title={words.title}
      aside={data?.awaitsReply && <StatusChip tone="waiting">{texts.waiting}</StatusChip>}
    >
      {conversation.isPending && <Spinner />}
      <RefusalBanner error={conversation.error} />
      {data && (
        <>
          <MessageList side="office" messages={data.messages} fresh={fresh} />
          {done !== null && <p role="status">{done}</p>}
          {data.closed === null ? (
            <Writing
              conversation={data}
              onSettle={() => void settle(false)}
              onSent={(after) => {
                put(after);
                setDone(texts.sent);
              }}
            />
          ) : (
            <p className="tz-quiet desk-small">{texts.closed[data.closed]}</p>
          )}
          {data.mayClose && (
            <Disclosure summary={texts.close}>
              <div className="tz-stack">
                <p className="desk-small">{texts.closeNote}</p>
                <Buttons>
                  <Button size="small" onClick={() => void settle(true)}>
                    {texts.close}
                  </Button>
                </Buttons>
              </div>
            </Disclosure>
          )}
          <RefusalBanner error={failure} />
        </>
      )}
    </RailCard>
  );
}

interface WritingProps {
  readonly conversation: ConversationView;
  readonly onSettle: () => void;
  readonly onSent: (after: ConversationView) => void;
}

/** Open where somebody waits; else a line, so that the card stays small on the many cases nobody writes about. */
function Writing({ conversation, onSettle, onSent }: WritingProps): ReactNode {
  const words = useDeskTexts().conversation;
  const texts = useMessagesTexts();
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    if (writing) focusControl('message-body');
  }, [writing]);
  if (!writing && !conversation.awaitsReply) {
    return (
      <Button size="small" onClick={() => setWriting(true)}>
        {words.write}
      </Button>
    );
  }
  return (
    <Composer
      side="office"
      conversation={conversation}
      onSent={(after) => {
        setWriting(false);
        onSent(after);
      }}
      more={conversation.awaitsReply && <Button onClick={onSettle}>{texts.settle}</Button>}
    />
  );
}
