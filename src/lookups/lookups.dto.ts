import { Type, type Static } from '@sinclair/typebox';

/** One place that a postal code stands for. */
export const PostalAddress = Type.Object({
  prefecture: Type.String(),
  prefectureKana: Type.String(),
  /** With the ward of a large city, and with the district (郡) of a town. */
  city: Type.String(),
  cityKana: Type.String(),
  /** Six digits, the last of which checks the others. */
  municipalityCode: Type.String(),
  /** Empty where the code stands for the whole municipality. */
  town: Type.String(),
});
export type PostalAddress = Static<typeof PostalAddress>;

/** Several where a code spans municipalities or towns; none where nobody knows it. */
export const PostalCodeView = Type.Object({ addresses: Type.Array(PostalAddress) });
export type PostalCodeView = Static<typeof PostalCodeView>;

export const BankOffice = Type.Object({
  /** Four digits of a bank, three of a branch. */
  code: Type.String(),
  name: Type.String(),
  /** Full-width, as banks spell: without small letters. */
  kana: Type.String(),
});
export type BankOffice = Static<typeof BankOffice>;

export const BankOfficeQuery = Type.Object(
  { query: Type.Optional(Type.String({ maxLength: 60 })) },
  { additionalProperties: false },
);
export type BankOfficeQuery = Static<typeof BankOfficeQuery>;

/** The best first, at most twenty; `more` when others fit as well. */
export const BankOffices = Type.Object({ offices: Type.Array(BankOffice), more: Type.Boolean() });
export type BankOffices = Static<typeof BankOffices>;
