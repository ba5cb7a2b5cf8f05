import { Type, type Static } from '@sinclair/typebox';

const About = {
  applicationId: Type.String(),
  number: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.String(),
};

/** What waits for the applicant, the most pressing first in each list. */
export const WaitingView = Type.Object({
  /** Our mails do not arrive at the own address. */
  mailTrouble: Type.Boolean(),
  corrections: Type.Array(Type.Object({ ...About, dueOn: Type.String() })),
  messages: Type.Array(Type.Object({ ...About, unread: Type.Integer() })),
  /** Documents that are ready and were never opened. */
  notices: Type.Array(Type.Object({ ...About, title: Type.String() })),
  /** Drafts whose acceptance ends within days. */
  drafts: Type.Array(
    Type.Object({ draftId: Type.String(), procedureTitle: Type.String(), closesAt: Type.String() }),
  ),
});
export type WaitingView = Static<typeof WaitingView>;
