import { type Static, type TSchema, Type } from '@sinclair/typebox';

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const nullable = <T extends TSchema>(of: T) => Type.Union([of, Type.Null()]);
const Files = Type.Record(Type.String({ maxLength: 250 }), Type.String({ maxLength: 1_000_000 }), {
  maxProperties: 1_000,
});
const ProcedureId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
const Title = Type.String({ minLength: 1, maxLength: 200 });
const Place = Type.String({ maxLength: 300 });

export const BeginDraftRequest = Type.Object(
  {
    /** `procedure`: of the version in force. `draft`: as it is now. `folder`: what somebody brings. */
    from: Type.Union([
      Type.Object({ kind: Type.Literal('blank') }, { additionalProperties: false }),
      Type.Object(
        { kind: Type.Literal('template'), name: Type.String({ maxLength: 64 }) },
        { additionalProperties: false },
      ),
      Type.Object({ kind: Type.Literal('procedure'), id: ProcedureId }, { additionalProperties: false }),
      Type.Object(
        { kind: Type.Literal('draft'), id: Type.String({ pattern: uuid }) },
        { additionalProperties: false },
      ),
      Type.Object({ kind: Type.Literal('folder'), files: Files }, { additionalProperties: false }),
    ]),
    /** Of the procedure. Left out: as what it is made from calls itself. */
    id: Type.Optional(ProcedureId),
    title: Type.Optional(Title),
  },
  { additionalProperties: false },
);
export type BeginDraftRequest = Static<typeof BeginDraftRequest>;

export const DraftBegun = Type.Object({ draftId: Type.String() });
export type DraftBegun = Static<typeof DraftBegun>;

const Other = Type.Object({
  name: Type.String(),
  /** Where in the builder they are: `form/store.city`. */
  place: Type.String(),
  since: Type.String(),
});

/** Path in the folder → text. */
export const BuilderDraft = Type.Object({
  id: Type.String(),
  procedureId: Type.String(),
  title: Type.String(),
  revision: Type.Integer(),
  files: Type.Record(Type.String(), Type.String()),
  /** The version that was in force when it was begun. */
  base: nullable(Type.Object({ number: Type.Integer(), hash: Type.String() })),
  /** Colleagues who have it open. */
  others: Type.Array(Other),
  /** Those who agree to publications look at what is not theirs to change. */
  mayWrite: Type.Boolean(),
  /** A publication that waits; a change makes it void. */
  publication: nullable(Type.Union([Type.Literal('asked'), Type.Literal('planned')])),
});
export type BuilderDraft = Static<typeof BuilderDraft>;

/** Path → text; null for a file that is gone. */
export const ChangedFiles = Type.Record(
  Type.String({ maxLength: 250 }),
  nullable(Type.String({ maxLength: 1_000_000 })),
  { maxProperties: 1_000 },
);
export type ChangedFiles = Static<typeof ChangedFiles>;

export const ChangeDraftRequest = Type.Object(
  {
    /** On which the change was made. */
    revision: Type.Integer({ minimum: 1 }),
    changes: ChangedFiles,
    /** The same as the engine performs it: what lets it be done to files that somebody else has changed since. */
    operations: Type.Optional(
      Type.Array(Type.Object({ kind: Type.String({ maxLength: 40 }) }), { maxItems: 500 }),
    ),
    /** What was done, for the history: 「項目を追加」. */
    words: Type.Optional(Type.String({ maxLength: 200 })),
    place: Type.Optional(Place),
  },
  { additionalProperties: false },
);
export type ChangeDraftRequest = Static<typeof ChangeDraftRequest>;

export const DraftChanged = Type.Object({
  revision: Type.Integer(),
  /** What is otherwise than the sender has it: others’ changes since, and what came of one’s own on top of them. */
  files: ChangedFiles,
  /** A publication that had been asked for does not count any more. */
  voided: Type.Boolean(),
});
export type DraftChanged = Static<typeof DraftChanged>;

export const DraftSince = Type.Object({
  revision: Type.Integer(),
  files: ChangedFiles,
  /** Who changed it since. */
  by: Type.Array(Type.String()),
  others: Type.Array(Other),
});
export type DraftSince = Static<typeof DraftSince>;

export const PlaceRequest = Type.Object({ place: Place }, { additionalProperties: false });
export type PlaceRequest = Static<typeof PlaceRequest>;

export const DraftHistory = Type.Object({
  changes: Type.Array(
    Type.Object({
      revision: Type.Integer(),
      at: Type.String(),
      /** Null: the command line of the installation. */
      name: nullable(Type.String()),
      kind: Type.Union([Type.Literal('begin'), Type.Literal('edit'), Type.Literal('restore')]),
      words: nullable(Type.String()),
      files: Type.Array(Type.String()),
    }),
  ),
  /** Revision from which to ask for older ones; null where there are none. */
  next: nullable(Type.Integer()),
});
export type DraftHistory = Static<typeof DraftHistory>;

export const HistoryQuery = Type.Object({ before: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) });
export type HistoryQuery = Static<typeof HistoryQuery>;

export const RestoreRequest = Type.Object(
  { revision: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
export type RestoreRequest = Static<typeof RestoreRequest>;

export const DraftPreviewRequest = Type.Object(
  {
    /** `grant-decision` of `notices/grant-decision.md`. */
    template: Type.String({ minLength: 1, maxLength: 120 }),
    /** `01-granted` of `examples/01-granted.json`. */
    example: Type.String({ minLength: 1, maxLength: 120 }),
    /** Of whoever gets it; a notice is Japanese for everybody. */
    language: Type.Optional(Type.Union([Type.Literal('ja'), Type.Literal('en')])),
  },
  { additionalProperties: false },
);
export type DraftPreviewRequest = Static<typeof DraftPreviewRequest>;

export const MailPreview = Type.Object({
  subject: Type.String(),
  text: Type.String(),
  html: Type.String(),
});
export type MailPreview = Static<typeof MailPreview>;

/** The author's own address. */
export const TrialMailSent = Type.Object({ to: Type.String() });
export type TrialMailSent = Static<typeof TrialMailSent>;
