import { type Static, type TSchema, Type } from '@sinclair/typebox';

const OrNull = <T extends TSchema>(schema: T) => Type.Union([Type.Null(), schema]);

/** What an applicant signed, one for each submission of a procedure that asks for signatures, latest first. */
export const SubmissionSignatures = Type.Object({
  signatures: Type.Array(
    Type.Object({
      /** The n-th submission. */
      n: Type.Integer(),
      form: Type.Union([Type.Literal('cms'), Type.Literal('raw')]),
      signedAt: Type.String(),
      contentSha256: Type.String(),
      signer: Type.Object({
        subject: Type.String(),
        issuer: Type.String(),
        /** The issuer's names as people know them. */
        issuerName: Type.String(),
        serial: Type.String(),
        validUntil: Type.String(),
        card: OrNull(
          Type.Object({
            name: Type.String(),
            birthDate: OrNull(Type.String()),
            address: OrNull(Type.String()),
            nameSubstituted: Type.Boolean(),
            addressSubstituted: Type.Boolean(),
          }),
        ),
      }),
      /** Where the card says something else than the answers. A hint for the reviewer: names are written in many ways. */
      differences: Type.Array(
        Type.Object({
          field: Type.Union([Type.Literal('name'), Type.Literal('birth_date')]),
          card: Type.String(),
          answer: Type.String(),
        }),
      ),
    }),
  ),
});
export type SubmissionSignatures = Static<typeof SubmissionSignatures>;
