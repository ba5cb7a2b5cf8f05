import { Type, type Static } from '@sinclair/typebox';

export const BeginPasswordResetRequest = Type.Object(
  { mail: Type.String({ maxLength: 254 }) },
  { additionalProperties: false },
);
export type BeginPasswordResetRequest = Static<typeof BeginPasswordResetRequest>;

export const NewPasswordRequest = Type.Object(
  { password: Type.String({ maxLength: 200 }), passwordAgain: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);
export type NewPasswordRequest = Static<typeof NewPasswordRequest>;

/** The reset that this browser has begun; null when there is none. */
export const PasswordResetView = Type.Object({
  reset: Type.Union([Type.Null(), Type.Object({ mail: Type.String(), mailConfirmed: Type.Boolean() })]),
});
export type PasswordResetView = Static<typeof PasswordResetView>;
