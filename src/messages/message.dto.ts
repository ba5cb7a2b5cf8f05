import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';

export const MessageFileView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
});
export type MessageFileView = Static<typeof MessageFileView>;

export const MessageView = Type.Object({
  id: Type.String(),
  side: Type.Union([Type.Literal('applicant'), Type.Literal('office')]),
  /** The applicant's name, or the department; at the desk the official's name too. */
  author: Type.String(),
  body: Type.String(),
  at: Type.String(),
  /** When the other side first had it on the screen. */
  readAt: Nullable(Type.String()),
  files: Type.Array(MessageFileView),
});
export type MessageView = Static<typeof MessageView>;

export const ConversationView = Type.Object({
  applicationId: Type.String(),
  number: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.String(),
  /** Oldest first. */
  messages: Type.Array(MessageView),
  /** Messages of the other side that nobody of this side has read. */
  unread: Type.Integer(),
  /** Why the asker cannot write; null when they can. */
  closed: Nullable(
    Type.Union([
      /** The office ended the conversation. */
      Type.Literal('by-office'),
      /** The file is no longer kept. */
      Type.Literal('retention'),
      /** It is another role's turn. */
      Type.Literal('role'),
    ]),
  ),
  awaitsReply: Type.Boolean(),
  /** May the asker end the conversation, once the application itself has ended? */
  mayClose: Type.Boolean(),
  maxFiles: Type.Integer(),
  maxFileBytes: Type.Integer(),
});
export type ConversationView = Static<typeof ConversationView>;

/** `key` is the sender's own: the same message sent again is the same message. */
export const SendMessageRequest = Type.Object(
  {
    key: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
    body: Type.String({ maxLength: 4000 }),
    files: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), { maxItems: 5 }),
  },
  { additionalProperties: false },
);
export type SendMessageRequest = Static<typeof SendMessageRequest>;

/** `close` also ends the conversation; without it the last message only needs no answer. */
export const SettleRequest = Type.Object({ close: Type.Boolean() }, { additionalProperties: false });
export type SettleRequest = Static<typeof SettleRequest>;

export const ConversationListItem = Type.Object({
  applicationId: Type.String(),
  number: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.String(),
  lastAt: Type.String(),
  /** The beginning of the last message. */
  excerpt: Type.String(),
  lastSide: Type.Union([Type.Literal('applicant'), Type.Literal('office')]),
  unread: Type.Integer(),
});
export type ConversationListItem = Static<typeof ConversationListItem>;

export const ConversationList = Type.Object({
  conversations: Type.Array(ConversationListItem),
  next: Nullable(Type.String()),
});
export type ConversationList = Static<typeof ConversationList>;
