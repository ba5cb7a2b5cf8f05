import { type Static, Type } from '@sinclair/typebox';

const maybe = Type.Union([Type.String(), Type.Null()]);
const oneOf = <const T extends readonly string[]>(names: T) =>
  Type.Union(names.map((name) => Type.Literal(name as T[number])));

const MailState = oneOf(['queued', 'sent', 'delayed', 'delivered', 'bounced', 'complained', 'failed']);

export const DeliveryTaskView = Type.Object({
  id: Type.String(),
  kind: oneOf(['bounced', 'complained', 'unopened']),
  madeAt: Type.String(),
  applicationId: Type.String(),
  number: Type.String(),
  procedureTitle: Type.String(),
  applicantName: Type.String(),
  /** Of the document or mail that it began with; null for a mail about a message. */
  title: maybe,
  /** With most of its name left out. */
  recipient: maybe,
  /** RFC 3463, or what our mail server answered. */
  status: maybe,
  /** May the mail be sent again, to the address that the account has now? */
  mayAgain: Type.Boolean(),
  /** Can it leave as a letter? */
  mayPost: Type.Boolean(),
  settledAt: maybe,
  settledBy: maybe,
  outcome: Type.Union([oneOf(['opened', 'cured', 'reached', 'again', 'by-post', 'left']), Type.Null()]),
  note: maybe,
});
export type DeliveryTaskView = Static<typeof DeliveryTaskView>;

/** 送信状況. Counts are of the last 30 days. */
export const DeliveriesView = Type.Object({
  /** Open, the oldest first. */
  tasks: Type.Array(DeliveryTaskView),
  /** The latest that are settled. */
  settled: Type.Array(DeliveryTaskView),
  counts: Type.Array(Type.Object({ state: MailState, count: Type.Integer() })),
  /** Where mails went, for administrators: who takes them and who does not. */
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      sent: Type.Integer(),
      delayed: Type.Integer(),
      bounced: Type.Integer(),
      complained: Type.Integer(),
    }),
  ),
});
export type DeliveriesView = Static<typeof DeliveriesView>;

export const CaseDeliveries = Type.Object({
  /** How the applicant gets documents (デジタル手続法7条); `by` is null where they have never said it. */
  consent: Type.Object({
    by: Type.Union([Type.Literal('portal'), Type.Literal('post'), Type.Null()]),
    at: maybe,
    /** Version of the words that they agreed to. */
    words: maybe,
  }),
  /** The address of the applicant does not get our mails. */
  trouble: Type.Union([
    Type.Object({ kind: oneOf(['bounced', 'complained']), status: maybe, since: Type.String() }),
    Type.Null(),
  ]),
  mails: Type.Array(
    Type.Object({
      /** Of the notice, where it is one. */
      id: Type.String(),
      source: oneOf(['notice', 'message_mail', 'notice_reminder', 'notice_revocation']),
      recipients: Type.Array(
        Type.Object({ recipient: Type.String(), state: MailState, status: maybe, at: maybe }),
      ),
    }),
  ),
  /** Documents and mails that leave on paper; `handedOn` once they have. */
  letters: Type.Array(
    Type.Object({
      noticeId: Type.String(),
      reason: oneOf(['asked', 'bounced', 'unopened']),
      handedOn: maybe,
    }),
  ),
  tasks: Type.Array(DeliveryTaskView),
});
export type CaseDeliveries = Static<typeof CaseDeliveries>;

export const SettleDeliveryRequest = Type.Object(
  {
    outcome: oneOf(['reached', 'again', 'by-post', 'left']),
    /** How they were reached, or why nothing is done. */
    note: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type SettleDeliveryRequest = Static<typeof SettleDeliveryRequest>;
