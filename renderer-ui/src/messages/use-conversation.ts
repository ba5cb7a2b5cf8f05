import { useQuery, useQueryClient } from '../api/query/index.js';
import { useEffect, useState } from 'react';
import { fetchConversation, readMessages, type Side } from '../api/messages.js';
import type { ConversationView } from '../api/types.js';

const conversationKey = (side: Side, id: string) => ['conversation', side, id] as const;

/** What else shows how much is unread. */
const counting: Readonly<Record<Side, readonly (readonly string[])[]>> = {
  applicant: [['mine'], ['applications']],
  office: [
    ['desk', 'list'],
    ['desk', 'queues'],
  ],
};

/** Looks again while the page is open: people wait for an answer in front of it. */
const EVERY_MS = 20_000;

/** A conversation as it goes on. What is shown is recorded as read, and stays marked as new for this visit. */
export function useConversation(side: Side, id: string) {
  const client = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const conversation = useQuery({
    queryKey: conversationKey(side, id),
    queryFn: () => fetchConversation(side, id),
    refetchInterval: EVERY_MS,
  });
  const { data } = conversation;
  useEffect(() => {
    // An official who does not have the case leaves the messages unread for those who do.
    if (!data || data.unread === 0 || data.closed === 'role') return;
    const found = data.messages.filter((one) => one.side !== side && one.readAt === null);
    readMessages(side, id).then(
      () => {
        setFresh((before) => new Set([...before, ...found.map((one) => one.id)]));
        for (const queryKey of counting[side]) void client.invalidateQueries({ queryKey });
      },
      // Not recorded: they stay unread, and the next look tries again.
      () => undefined,
    );
  }, [client, data, side, id]);
  const put = (after: ConversationView): void => {
    client.setQueryData(conversationKey(side, id), after);
    for (const queryKey of counting[side]) void client.invalidateQueries({ queryKey });
  };
  return { conversation, fresh, put };
}
