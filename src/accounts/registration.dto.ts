import { Type, type Static } from '@sinclair/typebox';

const text = (maxLength: number) => Type.String({ maxLength });

export const BeginRegistrationRequest = Type.Object(
  { mail: text(254), mailAgain: text(254), termsVersion: text(20) },
  { additionalProperties: false },
);
export type BeginRegistrationRequest = Static<typeof BeginRegistrationRequest>;

export const ConfirmMailRequest = Type.Object({ code: text(20) }, { additionalProperties: false });
export type ConfirmMailRequest = Static<typeof ConfirmMailRequest>;

/** All texts as typed; what is missing counts as empty. Dates as `YYYY-MM-DD`. */
const profileTexts = {
  name: text(200),
  name_kana: Type.Optional(text(200)),
  sex: Type.Optional(Type.Union(['', 'male', 'female', 'other'].map((value) => Type.Literal(value)))),
  birth_date: Type.Optional(text(20)),
  corporate_number: Type.Optional(text(20)),
  postal: Type.Optional(text(20)),
  address: Type.Optional(text(300)),
  representative_name: Type.Optional(text(200)),
  representative_kana: Type.Optional(text(200)),
  department: Type.Optional(text(200)),
  contact_name: Type.Optional(text(200)),
  contact_birth_date: Type.Optional(text(20)),
  phone: text(30),
};

export const ProfileTexts = Type.Object(profileTexts, { additionalProperties: false });
export type ProfileTexts = Static<typeof ProfileTexts>;

/** Somebody who registers: who they are, as whom, and the password. */
export const ProfileEntry = Type.Object(
  {
    kind: Type.Union([Type.Literal('individual'), Type.Literal('business')]),
    ...profileTexts,
    password: text(200),
    passwordAgain: text(200),
    wantsNews: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type ProfileEntry = Static<typeof ProfileEntry>;

/** The registration that this browser has begun; null when there is none. */
export const RegistrationView = Type.Object({
  registration: Type.Union([
    Type.Null(),
    Type.Object({ mail: Type.String(), mailConfirmed: Type.Boolean() }),
  ]),
});
export type RegistrationView = Static<typeof RegistrationView>;
