import { type Static, Type } from '@sinclair/typebox';

/** What a mail service tells us, in its own or a gateway's words put into these. */
export const MailEvents = Type.Object(
  {
    events: Type.Array(
      Type.Object(
        {
          type: Type.Union(
            (['delivered', 'delayed', 'bounced', 'complained'] as const).map((kind) => Type.Literal(kind)),
          ),
          /** As the mail bore it, with or without angle brackets. */
          messageId: Type.String({ maxLength: 300 }),
          recipient: Type.String({ maxLength: 320 }),
          /** RFC 3463, such as 5.1.1. */
          status: Type.Optional(Type.String({ pattern: '^[245]\\.\\d{1,3}\\.\\d{1,3}$' })),
          /** When it happened (RFC 3339). */
          at: Type.Optional(
            Type.String({ maxLength: 40, pattern: '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(Z|[+-]\\d{2}:\\d{2})$' }),
          ),
        },
        { additionalProperties: false },
      ),
      { maxItems: 1000 },
    ),
  },
  { additionalProperties: false },
);
export type MailEvents = Static<typeof MailEvents>;

export const MailEventsTaken = Type.Object({
  /** Events that changed what is known; the others were known, or are about no mail of ours. */
  changed: Type.Integer(),
});
export type MailEventsTaken = Static<typeof MailEventsTaken>;
