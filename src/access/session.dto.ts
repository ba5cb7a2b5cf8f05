import { Type, type Static } from '@sinclair/typebox';
import { officeRoles } from './office-roles.js';

export const ApplicantSignInRequest = Type.Object(
  {
    mail: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type ApplicantSignInRequest = Static<typeof ApplicantSignInRequest>;

export const StaffSignInRequest = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type StaffSignInRequest = Static<typeof StaffSignInRequest>;

export const StaffCodeRequest = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 64 }) },
  { additionalProperties: false },
);
export type StaffCodeRequest = Static<typeof StaffCodeRequest>;

const kindOfApplicant = Type.Union([Type.Literal('individual'), Type.Literal('business')]);

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

export const WearHatRequest = Type.Object(
  { hatId: Type.String({ pattern: uuid }) },
  { additionalProperties: false },
);
export type WearHatRequest = Static<typeof WearHatRequest>;

export const ActForRequest = Type.Object(
  { mandateId: Type.String({ pattern: uuid }) },
  { additionalProperties: false },
);
export type ActForRequest = Static<typeof ActForRequest>;

/** Who is signed in. Roles are by procedure: `{ "jitan-9": ["reviewer_1"] }`. */
export const SessionView = Type.Object({
  subject: Type.Union([
    Type.Null(),
    Type.Object({
      kind: Type.Literal('applicant'),
      id: Type.String(),
      name: Type.String(),
      mail: Type.String(),
      as: kindOfApplicant,
      /** The one procedure that a guest, who has not registered, may apply for. */
      guestOf: Type.Union([Type.String(), Type.Null()]),
      /** As whom the account can act; the present one has the subject's id. */
      hats: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          as: kindOfApplicant,
          /** Applications that wait for a correction. */
          waiting: Type.Integer(),
        }),
      ),
      /** Set while the account acts for somebody else: subject is then the principal, hats are the agent's own. */
      acting: Type.Union([
        Type.Null(),
        Type.Object({
          mandateId: Type.String(),
          agentName: Type.String(),
          procedureId: Type.String(),
          applicationId: Type.Union([Type.String(), Type.Null()]),
        }),
      ]),
      /** For whom the account may act as agent. */
      mandates: Type.Array(
        Type.Object({
          id: Type.String(),
          principalName: Type.String(),
          titles: Type.Object({ ja: Type.String(), en: Type.String() }),
          /** Of the one application that it is about; null for everything of the procedure. */
          number: Type.Union([Type.String(), Type.Null()]),
          /** The last day, in Japan. */
          endsOn: Type.String(),
        }),
      ),
    }),
    Type.Object({
      kind: Type.Literal('staff'),
      id: Type.String(),
      name: Type.String(),
      /** In the language asked for. */
      department: Type.String(),
      roles: Type.Record(Type.String(), Type.Array(Type.String())),
      officeRoles: Type.Array(Type.Union(officeRoles.map((role) => Type.Literal(role)))),
      /** What of the office's own matters the official may see and do. */
      may: Type.Object({
        readStaff: Type.Boolean(),
        changeStaff: Type.Boolean(),
        readRecord: Type.Boolean(),
        operate: Type.Boolean(),
        readNews: Type.Boolean(),
        writeNews: Type.Boolean(),
        /** Of every procedure, or of those that a role of theirs is in. */
        readStatistics: Type.Boolean(),
      }),
    }),
    /** An official whose password was right and who owes the next step. */
    Type.Object({
      kind: Type.Literal('entering'),
      id: Type.String(),
      name: Type.String(),
      step: Type.Union([Type.Literal('code'), Type.Literal('password'), Type.Literal('enrolment')]),
    }),
  ]),
});
export type SessionView = Static<typeof SessionView>;

/** What a screen must know before anybody signs in. Demo accounts are present in demo mode alone. */
export const SiteView = Type.Object({ name: Type.String(), demo: Type.Boolean() });
export type SiteView = Static<typeof SiteView>;
