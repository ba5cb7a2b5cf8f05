import { request, upload } from './request.js';
import type { ConversationList, ConversationView, MessageFileView, SendMessageRequest } from './types.js';

const at = encodeURIComponent;

/** Which end of the conversation is asking: applicants and officials have addresses of their own. */
export type Side = 'applicant' | 'office';

const base = (side: Side, id: string): string =>
  side === 'applicant' ? `/api/applications/${at(id)}/messages` : `/api/desk/applications/${at(id)}/messages`;

export const fetchConversations = (cursor: string | null): Promise<ConversationList> =>
  request('GET', `/api/messages${cursor === null ? '' : `?cursor=${at(cursor)}`}`);

export const fetchConversation = (side: Side, id: string): Promise<ConversationView> =>
  request('GET', base(side, id));

/** Safe to repeat: the same key is the same message. */
export const sendMessage = (side: Side, id: string, body: SendMessageRequest): Promise<ConversationView> =>
  request('POST', base(side, id), body);

export const readMessages = (side: Side, id: string): Promise<void> =>
  request('POST', `${base(side, id)}/read`);

/** The last message needs no answer; with `close` the applicant can write no more. */
export const settleConversation = (id: string, close: boolean): Promise<ConversationView> =>
  request('POST', `${base('office', id)}/settle`, { close });

export const uploadMessageFile = (
  side: Side,
  id: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<MessageFileView> => upload(`${base(side, id)}/files`, file, onProgress, signal);

export const deleteMessageFile = (side: Side, id: string, fileId: string): Promise<void> =>
  request('DELETE', `${base(side, id)}/files/${at(fileId)}`);

export const messageFileAddress = (id: string): string => `/api/message-files/${at(id)}/content`;
