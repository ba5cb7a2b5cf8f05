import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';

const digits = (length: number) => Type.String({ pattern: `^\\d{${String(length)}}$` });

/** An account that is paid from, and the habits of its bank; see `Remitter` for what each means. */
export const ProfileSettings = Type.Object(
  {
    /** How officials call it. */
    title: Type.String({ minLength: 1, maxLength: 60 }),
    clientCode: digits(10),
    clientName: Type.String({ minLength: 1, maxLength: 60 }),
    bankCode: digits(4),
    branchCode: digits(3),
    accountType: Type.Union([Type.Literal('1'), Type.Literal('2'), Type.Literal('9')]),
    accountNumber: digits(7),
    slash: Type.Boolean(),
    newline: Type.Boolean(),
    endMark: Type.Boolean(),
    clearingHouse: Type.Union([Type.Literal('zeros'), Type.Literal('spaces')]),
    headerAccount: Type.Boolean(),
    rowsPerFile: Type.Integer({ minimum: 1, maximum: 100_000 }),
  },
  { additionalProperties: false },
);
export type ProfileSettings = Static<typeof ProfileSettings>;

export const ProposeProfileRequest = Type.Object(
  { settings: ProfileSettings },
  { additionalProperties: false },
);
export type ProposeProfileRequest = Static<typeof ProposeProfileRequest>;

/** A change, or taking it out of use. */
export const ChangeProfileRequest = Type.Object(
  { settings: ProfileSettings, ends: Type.Boolean() },
  { additionalProperties: false },
);
export type ChangeProfileRequest = Static<typeof ChangeProfileRequest>;

/** `n` of the proposal that was read: another one is not what was agreed to. */
export const DecideProfileRequest = Type.Object(
  { n: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
export type DecideProfileRequest = Static<typeof DecideProfileRequest>;

const ProfileChange = Type.Object({
  n: Type.Integer(),
  state: Type.String(),
  settings: ProfileSettings,
  ends: Type.Boolean(),
  bankName: Type.String(),
  branchName: Type.String(),
  proposedBy: Type.String(),
  proposedAt: Type.String(),
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Type.String()),
  /** Did the asker propose it? Then somebody else decides. */
  mine: Type.Boolean(),
});

export const ProfileView = Type.Object({
  id: Type.String(),
  /** Null before a second person agreed, and once out of use. */
  inForce: Nullable(ProfileChange),
  proposed: Nullable(ProfileChange),
  history: Type.Array(ProfileChange),
});
export type ProfileView = Static<typeof ProfileView>;

export const ProfileList = Type.Object({ profiles: Type.Array(ProfileView), mayChange: Type.Boolean() });
export type ProfileList = Static<typeof ProfileList>;
