import { Type, type Static } from '@sinclair/typebox';

export const MailboxMail = Type.Object({
  id: Type.String(),
  receivedAt: Type.String(),
  from: Type.String(),
  to: Type.Array(Type.String()),
  subject: Type.String(),
  text: Type.String(),
  messageId: Type.String(),
});
export type MailboxMail = Static<typeof MailboxMail>;

/** Demo mode only: what left the house by mail, newest first. */
export const Mailbox = Type.Object({ mails: Type.Array(MailboxMail) });
export type Mailbox = Static<typeof Mailbox>;
