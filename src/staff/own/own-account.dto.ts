import { type Static, Type } from '@sinclair/typebox';

const text = (maxLength: number) => Type.String({ maxLength });
const maybe = Type.Union([Type.Null(), Type.String()]);

export const OwnAccountView = Type.Object({
  login: Type.String(),
  name: Type.String(),
  mail: maybe,
  department: Type.String(),
  teams: Type.Array(Type.String()),
  /** Those in force; `procedure` is null for one of the whole office. */
  roles: Type.Array(Type.Object({ procedure: maybe, title: Type.String(), toOn: maybe })),
  /** The sign-in before this one. */
  previousSignInAt: maybe,
  codes: Type.Object({
    since: maybe,
    /** The official’s roles ask for them. */
    required: Type.Boolean(),
    /** Recovery codes that were not used. */
    recoveryLeft: Type.Integer(),
  }),
});
export type OwnAccountView = Static<typeof OwnAccountView>;

export const ChooseOwnPasswordRequest = Type.Object(
  {
    /** Left empty right after a sign-in with a starting password. */
    currentPassword: text(200),
    password: text(200),
    passwordAgain: text(200),
  },
  { additionalProperties: false },
);
export type ChooseOwnPasswordRequest = Static<typeof ChooseOwnPasswordRequest>;

export const ProvenRequest = Type.Object({ currentPassword: text(200) }, { additionalProperties: false });
export type ProvenRequest = Static<typeof ProvenRequest>;

/** The key for an authenticator app, as a QR code and to be typed. */
export const CodesSetUp = Type.Object({ uri: Type.String(), key: Type.String() });
export type CodesSetUp = Static<typeof CodesSetUp>;

export const ConfirmCodesRequest = Type.Object({ code: text(64) }, { additionalProperties: false });
export type ConfirmCodesRequest = Static<typeof ConfirmCodesRequest>;

/** Shown once. */
export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;
