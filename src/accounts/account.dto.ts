import { Type, type Static } from '@sinclair/typebox';

const text = (maxLength: number) => Type.String({ maxLength });
const kind = Type.Union([Type.Literal('individual'), Type.Literal('business')]);

const Language = Type.Union([Type.Literal('ja'), Type.Literal('en')]);

/** What an account knows of its owner. */
export const AccountView = Type.Object({
  mail: Type.String(),
  /** False for an account that signs in elsewhere alone. */
  hasPassword: Type.Boolean(),
  wantsNews: Type.Boolean(),
  /** In which mails come. */
  language: Language,
  /** How documents come (通知書の受け取り方), and since when and by which words; `by` is null where they never said it. */
  notices: Type.Object({
    by: Type.Union([Type.Literal('portal'), Type.Literal('post'), Type.Null()]),
    at: Type.Union([Type.String(), Type.Null()]),
    words: Type.Union([Type.String(), Type.Null()]),
    /** Version of the words to choose by now. */
    wordsNow: Type.String(),
  }),
  /** Our mails do not arrive at the address, or were called a nuisance there. */
  mailTrouble: Type.Union([
    Type.Null(),
    Type.Object({
      kind: Type.Union([Type.Literal('bounced'), Type.Literal('complained')]),
      since: Type.String(),
    }),
  ]),
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

export const LanguageRequest = Type.Object({ language: Language }, { additionalProperties: false });
export type LanguageRequest = Static<typeof LanguageRequest>;

export const NoticesRequest = Type.Object(
  { by: Type.Union([Type.Literal('portal'), Type.Literal('post')]), words: text(40) },
  { additionalProperties: false },
);
export type NoticesRequest = Static<typeof NoticesRequest>;

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
