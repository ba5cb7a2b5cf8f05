import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

export const MandateView = Type.Object({
  id: Type.String(),
  principalName: Type.String(),
  /** The address that was asked, and the agent's name once they accepted. */
  agentMail: Type.String(),
  agentName: Nullable(Type.String()),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  /** The one application that it is about; null for everything of the procedure. */
  application: Nullable(Type.Object({ id: Type.String(), number: Type.String(), subject: Type.String() })),
  /** The last day, in Japan. */
  endsOn: Type.String(),
  /** `ended` is over by its date. */
  state: Type.Union([
    Type.Literal('invited'),
    Type.Literal('accepted'),
    Type.Literal('declined'),
    Type.Literal('revoked'),
    Type.Literal('ended'),
  ]),
  invitedAt: Type.String(),
  answeredAt: Nullable(Type.String()),
  revokedAt: Nullable(Type.String()),
  /** Who ended it before its last day. */
  revokedBy: Nullable(Type.Union([Type.Literal('principal'), Type.Literal('agent')])),
});
export type MandateView = Static<typeof MandateView>;

export const MandateList = Type.Object({
  /** To others, by any applicant of the account; the latest first. */
  given: Type.Array(MandateView),
  /** From others: those that wait for an answer, and those accepted, until a year after they ended. */
  received: Type.Array(MandateView),
  /** What can be entrusted now. */
  procedures: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  /** Own applications that are under way, of the present applicant. */
  applications: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      subject: Type.String(),
      procedureId: Type.String(),
      procedureTitle: Type.String(),
    }),
  ),
  /** The first and the last day that a mandate may end on. */
  firstDay: Type.String(),
  lastDay: Type.String(),
});
export type MandateList = Static<typeof MandateList>;

export const InviteAgentRequest = Type.Object(
  {
    procedureId: Type.String({ maxLength: 100 }),
    applicationId: Nullable(Type.String({ pattern: uuid })),
    /** `2026-05-31`; any text, so that what is wrong with it can be said. */
    endsOn: Type.String({ maxLength: 40 }),
    mail: Type.String({ maxLength: 300 }),
    mailAgain: Type.String({ maxLength: 300 }),
  },
  { additionalProperties: false },
);
export type InviteAgentRequest = Static<typeof InviteAgentRequest>;
