import { type Static, Type } from '@sinclair/typebox';

/** The revision last seen: what is prepared is what the applicant saw. */
export const PrepareSignatureRequest = Type.Object(
  { revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) },
  { additionalProperties: false },
);
export type PrepareSignatureRequest = Static<typeof PrepareSignatureRequest>;

/** A bare signature with the signer's certificate in DER, both in base64. */
export const BareSignature = Type.Object(
  {
    signature: Type.String({ minLength: 1, maxLength: 4_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
    certificate: Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
  },
  { additionalProperties: false },
);
export type BareSignature = Static<typeof BareSignature>;

/** What is to be signed for a draft, and by whom it was. */
export const SigningView = Type.Object({
  procedureTitle: Type.String(),
  revision: Type.Integer(),
  /** Whether the procedure asks for a signature at all. */
  asked: Type.Boolean(),
  /** Whether a certificate of the test authority can be used: in a demo alone. */
  test: Type.Boolean(),
  /** Authorities whose certificates can be used, by name. */
  issuers: Type.Array(Type.String()),
  prepared: Type.Union([
    Type.Null(),
    Type.Object({
      sha256: Type.String(),
      bytes: Type.Integer(),
      preparedAt: Type.String(),
      /** The draft was changed since: it must be prepared, and signed, once more. */
      fellAway: Type.Boolean(),
      /** The text of the exact bytes. */
      content: Type.String(),
      signed: Type.Union([
        Type.Null(),
        Type.Object({ at: Type.String(), name: Type.String(), issuer: Type.String() }),
      ]),
    }),
  ]),
});
export type SigningView = Static<typeof SigningView>;
