import { type Static, type TSchema, Type } from '@sinclair/typebox';

const nullable = <T extends TSchema>(of: T) => Type.Union([of, Type.Null()]);
const words = (minLength: number, maxLength: number) => Type.String({ minLength, maxLength });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const Impact = Type.Union([
  Type.Literal('loses-answer'),
  Type.Literal('stage-gone'),
  Type.Literal('stricter'),
  Type.Literal('asks-more'),
  Type.Literal('changes-result'),
  Type.Literal('looser'),
  Type.Literal('words'),
  Type.Literal('none'),
]);

/** What is different, one sentence each, the gravest impact first. */
export const ChangeLine = Type.Object({
  impact: Impact,
  text: Type.String(),
  /** `form.schema.json#/properties/…` */
  place: Type.String(),
});
export type ChangeLine = Static<typeof ChangeLine>;

/** An example whose result is another one than in the version in force: for whom, what, and why. */
export const ResultLine = Type.Object({
  file: Type.String(),
  title: Type.String(),
  changes: Type.Array(Type.Object({ text: Type.String(), because: Type.Array(Type.String()) })),
});

const InForce = Type.Object({ number: Type.Integer(), hash: Type.String(), at: Type.String() });

export const Comparison = Type.Object({
  /** Null: it has never been published. */
  inForce: nullable(InForce),
  /** Somebody has published another version since the draft was begun; this would take its place. */
  baseMoved: Type.Boolean(),
  /** Errors, for each of which there is a sentence; with one there is nothing to compare. */
  problems: Type.Array(Type.Object({ path: Type.String(), text: Type.String() })),
  changes: Type.Array(ChangeLine),
  /** How many examples were lived through, in the draft and in the version in force. */
  examples: Type.Integer(),
  results: Type.Array(ResultLine),
});
export type Comparison = Static<typeof Comparison>;

export const Treatment = Type.Union([
  Type.Literal('pin'),
  Type.Literal('ask-again'),
  Type.Literal('migrate'),
]);

export const Outcome = Type.Union([
  Type.Literal('stage-gone'),
  Type.Literal('answers-lost'),
  Type.Literal('now-refused'),
  Type.Literal('must-answer-again'),
  Type.Literal('result-changed'),
  Type.Literal('unaffected'),
]);

/** What may become of applications under review: of those that were tried. */
const Movable = Type.Object({
  moves: Type.Integer(),
  /** Move, and their applicants are asked for what is new. */
  asks: Type.Integer(),
  /** Keep their version whatever is chosen, by why. */
  stays: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer() })),
});

export const ImpactView = Type.Object({
  /** How many there are, and how many of them were tried: of very many the latest. */
  total: Type.Integer(),
  tried: Type.Integer(),
  /** 「下書き12件のうち、…」 */
  sentences: Type.Array(Type.String()),
  applications: Movable,
  /** One for each thing that was found, the gravest first. */
  causes: Type.Array(
    Type.Object({
      /** By which a choice names it. */
      when: Outcome,
      field: nullable(Type.String()),
      text: Type.String(),
      drafts: Type.Integer(),
      applications: Type.Integer(),
      /** What is done with drafts of which this is found, unless the author says otherwise. */
      treatment: Treatment,
    }),
  ),
});
export type ImpactView = Static<typeof ImpactView>;

const Choice = Type.Object(
  { when: Outcome, field: nullable(Type.String({ maxLength: 300 })), do: Treatment },
  { additionalProperties: false },
);
export type Choice = Static<typeof Choice>;

export const AskRequest = Type.Object(
  {
    /** The draft as the asker has it on the screen. */
    revision: Type.Integer({ minimum: 1 }),
    note: words(1, 2_000),
    /** Instant; null: as soon as it is agreed to. */
    startsAt: nullable(
      Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' }),
    ),
    /** For applicants’ drafts, where it shall be otherwise than proposed. */
    choices: Type.Array(Choice, { maxItems: 200 }),
    /** For applications under review: all keep their version, or those move that may, or these are also asked for what is new. */
    applications: Type.Optional(Treatment),
  },
  { additionalProperties: false },
);
export type AskRequest = Static<typeof AskRequest>;

const State = Type.Union([
  Type.Literal('asked'),
  Type.Literal('planned'),
  Type.Literal('published'),
  Type.Literal('declined'),
  Type.Literal('withdrawn'),
  Type.Literal('void'),
  Type.Literal('failed'),
]);

export const PublicationLine = Type.Object({
  id: Type.String(),
  procedureId: Type.String(),
  draftId: nullable(Type.String()),
  title: Type.String(),
  /** What is agreed to. */
  hash: Type.String(),
  state: State,
  note: Type.String(),
  askedBy: nullable(Type.String()),
  askedAt: Type.String(),
  startsAt: nullable(Type.String()),
  needed: Type.Integer(),
  approvals: Type.Array(Type.Object({ name: Type.String(), at: Type.String() })),
  endedAt: nullable(Type.String()),
  endedBy: nullable(Type.String()),
  reason: nullable(Type.String()),
  mayApprove: Type.Boolean(),
  /** Why the asker may not, where they otherwise could. */
  ownWork: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
});
export type PublicationLine = Static<typeof PublicationLine>;

export const PublicationList = Type.Object({ publications: Type.Array(PublicationLine) });
export type PublicationList = Static<typeof PublicationList>;

export const PublicationView = Type.Composite([PublicationLine, Type.Object({ comparison: Comparison })]);
export type PublicationView = Static<typeof PublicationView>;

export const ApproveRequest = Type.Object({ hash: Hash }, { additionalProperties: false });
export type ApproveRequest = Static<typeof ApproveRequest>;

export const ReasonRequest = Type.Object({ reason: words(1, 1_000) }, { additionalProperties: false });
export type ReasonRequest = Static<typeof ReasonRequest>;

export const PauseRequest = Type.Object(
  { ja: words(1, 500), en: words(1, 500) },
  { additionalProperties: false },
);
export type PauseRequest = Static<typeof PauseRequest>;

export const RollBackRequest = Type.Object(
  { hash: Hash, reason: words(1, 1_000) },
  { additionalProperties: false },
);
export type RollBackRequest = Static<typeof RollBackRequest>;

export const ProcedureVersions = Type.Object({
  id: Type.String(),
  title: Type.String(),
  paused: nullable(Type.Object({ ja: Type.String(), en: Type.String(), since: Type.String() })),
  versions: Type.Array(
    Type.Object({
      number: Type.Integer(),
      hash: Type.String(),
      publishedAt: Type.String(),
      inForce: Type.Boolean(),
      /** Under review, and being filled in. */
      applications: Type.Integer(),
      drafts: Type.Integer(),
    }),
  ),
  /** When which came into force, the latest first. */
  releases: Type.Array(
    Type.Object({
      number: Type.Integer(),
      at: Type.String(),
      kind: Type.Union([Type.Literal('folder'), Type.Literal('publication'), Type.Literal('roll-back')]),
      name: nullable(Type.String()),
      reason: nullable(Type.String()),
    }),
  ),
  mayPublish: Type.Boolean(),
});
export type ProcedureVersions = Static<typeof ProcedureVersions>;

export const ChangesView = Type.Object({ changes: Type.Array(ChangeLine) });
export type ChangesView = Static<typeof ChangesView>;

export const MakeLinkRequest = Type.Object(
  { days: Type.Integer({ minimum: 1, maximum: 90 }) },
  { additionalProperties: false },
);
export type MakeLinkRequest = Static<typeof MakeLinkRequest>;

/** `address` is told this once. */
export const MadeLink = Type.Object({ id: Type.String(), address: Type.String(), endsAt: Type.String() });
export type MadeLink = Static<typeof MadeLink>;

export const LinkList = Type.Object({
  links: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), madeAt: Type.String(), endsAt: Type.String() }),
  ),
});
export type LinkList = Static<typeof LinkList>;
