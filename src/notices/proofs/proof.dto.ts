import { type Static, Type } from '@sinclair/typebox';

const maybe = Type.Union([Type.Null(), Type.String()]);
const level = Type.Union([Type.Literal('B-B'), Type.Literal('B-T')]);

/** What everybody learns of a notice who holds it. */
export const ProvedNotice = Type.Object({
  title: Type.String(),
  procedure: Type.String(),
  department: Type.String(),
  documentNumber: maybe,
  /** Civil date. */
  issuedOn: Type.String(),
  /** What its author chose to show to everybody. */
  public: maybe,
  /** Last day on which it holds; null: until it is called back. */
  until: maybe,
  standing: Type.Union([Type.Literal('valid'), Type.Literal('expired'), Type.Literal('revoked')]),
  /** When and why it was called back (取消し). */
  revoked: Type.Union([Type.Null(), Type.Object({ at: Type.String(), reason: Type.String() })]),
  /** How many officials said yes to the decision behind it; 0 where nothing was decided. */
  approvals: Type.Integer(),
  signature: Type.Union([
    Type.Null(),
    Type.Object({ level, signer: Type.String(), signedAt: Type.String(), stampedAt: maybe }),
  ]),
});
export type ProvedNotice = Static<typeof ProvedNotice>;

/** What is to be said of a file: it is ours as it was issued, or what is wrong with it and what to do. */
export const FileVerdict = Type.Object({
  genuine: Type.Boolean(),
  /** The notice it is; or, where something was added to it, the notice it was. */
  notice: Type.Union([Type.Null(), ProvedNotice]),
  /** By its name, and in words of the language asked for. */
  fault: Type.Union([Type.Null(), Type.Object({ code: Type.String(), text: Type.String() })]),
});
export type FileVerdict = Static<typeof FileVerdict>;

const person = Type.Object({ id: Type.String(), name: Type.String(), at: Type.String() });

/** Of each notice of an application, what proves it. */
export const NoticeProofs = Type.Object({
  /** Whether the asker may ask that a notice be called back, and decide about it. */
  mayAsk: Type.Boolean(),
  notices: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      documentNumber: maybe,
      /** Of the page for everybody; null: it was issued before there were such pages. */
      address: maybe,
      sha256: Type.String(),
      level: Type.Union([Type.Null(), Type.Literal('none'), level]),
      signer: maybe,
      /** Each yes that led to it, the deciding one last. */
      decision: Type.Array(person),
      revocation: Type.Union([
        Type.Null(),
        Type.Object({
          state: Type.Union([Type.Literal('asked'), Type.Literal('revoked')]),
          reason: Type.String(),
          publicReason: Type.String(),
          asked: person,
          settled: Type.Union([Type.Null(), person]),
          mayDecide: Type.Boolean(),
        }),
      ]),
    }),
  ),
});
export type NoticeProofs = Static<typeof NoticeProofs>;

const words = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });

export const AskRevocationRequest = Type.Object(
  { reason: words, publicReason: words },
  { additionalProperties: false },
);
export type AskRevocationRequest = Static<typeof AskRevocationRequest>;

export const DecideRevocationRequest = Type.Object(
  { revoke: Type.Boolean(), words: Type.String({ maxLength: 1_000 }) },
  { additionalProperties: false },
);
export type DecideRevocationRequest = Static<typeof DecideRevocationRequest>;
