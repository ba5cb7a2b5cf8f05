import { Type, type Static } from '@sinclair/typebox';

const procedureId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
const as = Type.Union([Type.Literal('individual'), Type.Literal('business')]);

export const BeginAsGuestRequest = Type.Object(
  {
    procedureId,
    name: Type.String({ maxLength: 200 }),
    mail: Type.String({ maxLength: 254 }),
    as,
  },
  { additionalProperties: false },
);
export type BeginAsGuestRequest = Static<typeof BeginAsGuestRequest>;

/** What this browser has begun as a guest; null when there is nothing. */
export const GuestView = Type.Object({
  begun: Type.Union([Type.Null(), Type.Object({ procedureId: Type.String(), mail: Type.String() })]),
});
export type GuestView = Static<typeof GuestView>;

export const LookUpRequest = Type.Object(
  { number: Type.String({ maxLength: 40 }), secret: Type.String({ maxLength: 100 }) },
  { additionalProperties: false },
);
export type LookUpRequest = Static<typeof LookUpRequest>;

/** Told once; the database keeps a hash of it. */
export const GuestSecret = Type.Object({ secret: Type.String() });
export type GuestSecret = Static<typeof GuestSecret>;
