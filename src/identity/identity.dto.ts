import { type Static, Type } from '@sinclair/typebox';

const Bilingual = Type.Object({ ja: Type.String(), en: Type.String() });
const Kind = Type.Union([Type.Literal('individual'), Type.Literal('business')]);

export const IdentityProviderList = Type.Object({
  providers: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Bilingual,
      /** Whom it knows: people or businesses. */
      kind: Kind,
    }),
  ),
});
export type IdentityProviderList = Static<typeof IdentityProviderList>;

/** `next`: where to go on afterwards, an address inside the portal. */
export const BeginIdentityRequest = Type.Object(
  { next: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);
export type BeginIdentityRequest = Static<typeof BeginIdentityRequest>;

/** The provider's page, which the browser is to be led to. */
export const BegunIdentity = Type.Object({ url: Type.String() });
export type BegunIdentity = Static<typeof BegunIdentity>;

/** Whom a provider sent to this browser and who has no account yet; null when there is nobody. */
export const IdentityArrivalView = Type.Object({
  arrival: Type.Union([
    Type.Null(),
    Type.Object({
      provider: Bilingual,
      kind: Kind,
      /** First values of the profile. */
      profile: Type.Record(Type.String(), Type.String()),
      /** Fields of it that the provider vouches for; they are kept as they are. */
      proven: Type.Array(Type.String()),
      next: Type.String(),
    }),
  ]),
});
export type IdentityArrivalView = Static<typeof IdentityArrivalView>;

/** The outside ways into the own account. */
export const OwnIdentities = Type.Object({
  identities: Type.Array(
    Type.Object({
      id: Type.String(),
      provider: Bilingual,
      /** What the provider vouches for, `name` → value; empty when it vouches for nothing. */
      proven: Type.Record(Type.String(), Type.String()),
      linkedAt: Type.String(),
      lastUsedAt: Type.String(),
    }),
  ),
  /** Whether the account has a password besides. */
  hasPassword: Type.Boolean(),
});
export type OwnIdentities = Static<typeof OwnIdentities>;
