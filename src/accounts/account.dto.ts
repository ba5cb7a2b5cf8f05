import { Type, type Static } from '@sinclair/typebox';

const text = (maxLength: number) => Type.String({ maxLength });
const kind = Type.Union([Type.Literal('individual'), Type.Literal('business')]);

/** What an account knows of its owner. */
export const AccountView = Type.Object({
  mail: Type.String(),
  /** False for an account that signs in elsewhere alone. */
  hasPassword: Type.Boolean(),
  wantsNews: Type.Boolean(),
  /** Version of the terms that were agreed to; null for accounts that were not made by registration. */
  termsVersion: Type.Union([Type.String(), Type.Null()]),
  /** The new address that waits for its code. */
  mailChange: Type.Union([Type.Null(), Type.Object({ mail: Type.String() })]),
  applicants: Type.Array(
    Type.Object({
      id: Type.String(),
      kind,
      /** By the names of the profile's fields; what is empty is left out. */
      profile: Type.Record(Type.String(), Type.String()),
    }),
  ),
});
export type AccountView = Static<typeof AccountView>;

export const NewsRequest = Type.Object({ wantsNews: Type.Boolean() }, { additionalProperties: false });
export type NewsRequest = Static<typeof NewsRequest>;

export const ChangePasswordRequest = Type.Object(
  { currentPassword: text(200), password: text(200), passwordAgain: text(200) },
  { additionalProperties: false },
);
export type ChangePasswordRequest = Static<typeof ChangePasswordRequest>;

export const ChangeMailRequest = Type.Object(
  { mail: text(254), mailAgain: text(254), currentPassword: text(200) },
  { additionalProperties: false },
);
export type ChangeMailRequest = Static<typeof ChangeMailRequest>;

export const CloseAccountRequest = Type.Object(
  { currentPassword: text(200) },
  { additionalProperties: false },
);
export type CloseAccountRequest = Static<typeof CloseAccountRequest>;

/** What closing the account would do, and what stands against it. */
export const ClosingView = Type.Object({
  /** Applications whose review has not ended: as long as there are any, the account cannot be closed. */
  open: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      subject: Type.String(),
      applicantId: Type.String(),
    }),
  ),
  /** Drafts that would be deleted. */
  drafts: Type.Integer(),
  /** Ended applications that stay with the office. */
  kept: Type.Integer(),
});
export type ClosingView = Static<typeof ClosingView>;
