import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../../applications/application.dto.js';
import { AnnouncementBlock } from '../announcement.dto.js';
import { AnnouncementTarget } from '../recipients.js';

export const longestTitle = 100;
export const longestBody = 10_000;

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

const Words = {
  title: Type.String({ maxLength: longestTitle }),
  /** As `plainBlocks` reads it. */
  body: Type.String({ maxLength: longestBody }),
};
const English = Nullable(Type.Object(Words, { additionalProperties: false }));
const Audience = Nullable(Type.Union([Type.Literal('individual'), Type.Literal('business')]));

/** What a second person agrees to. A draft may lack anything. */
export const AnnouncementContent = Type.Object(
  {
    ...Words,
    english: English,
    important: Type.Boolean(),
    audience: Audience,
    category: Nullable(Type.String({ maxLength: 100 })),
    procedureId: Nullable(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })),
    target: AnnouncementTarget,
    /** Instant; null: as soon as it is approved. */
    startsAt: Nullable(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{3})?)?(Z|[+-]\\d{2}:\\d{2})$',
      }),
    ),
    /** The last day on which it is shown. */
    endsOn: Nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  },
  { additionalProperties: false },
);
export type AnnouncementContent = Static<typeof AnnouncementContent>;

/** `id` is the browser's: sent again after a lost answer, it is one announcement. */
export const NewAnnouncementRequest = Type.Object(
  { id: Type.String({ pattern: uuid }), content: AnnouncementContent },
  { additionalProperties: false },
);
export type NewAnnouncementRequest = Static<typeof NewAnnouncementRequest>;

export const ChangeAnnouncementRequest = Type.Object(
  { revision: Type.Integer({ minimum: 1 }), content: AnnouncementContent },
  { additionalProperties: false },
);
export type ChangeAnnouncementRequest = Static<typeof ChangeAnnouncementRequest>;

export const AskAnnouncementRequest = Type.Object(
  { revision: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
export type AskAnnouncementRequest = Static<typeof AskAnnouncementRequest>;

/** `digest` of what was read. */
export const ApproveAnnouncementRequest = Type.Object(
  { digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
);
export type ApproveAnnouncementRequest = Static<typeof ApproveAnnouncementRequest>;

export const AnnouncementReasonRequest = Type.Object(
  { reason: Type.String({ maxLength: 1000 }) },
  { additionalProperties: false },
);
export type AnnouncementReasonRequest = Static<typeof AnnouncementReasonRequest>;

export const CorrectionRequest = Type.Object(
  {
    ...Words,
    english: English,
    /** What was wrong, for readers. */
    note: Type.String({ maxLength: 500 }),
  },
  { additionalProperties: false },
);
export type CorrectionRequest = Static<typeof CorrectionRequest>;

const Count = Type.Integer({ minimum: 0 });

/** Nobody is counted twice. */
export const RecipientCountsView = Type.Object({
  byMail: Count,
  portalOnly: Count,
  otherKind: Count,
  otherPlace: Count,
  guests: Count,
  closed: Count,
});
export type RecipientCountsView = Static<typeof RecipientCountsView>;

/** As readers will have it. */
export const AnnouncementPreview = Type.Object({
  counts: RecipientCountsView,
  portal: Type.Object({
    blocks: Type.Array(AnnouncementBlock),
    english: Nullable(Type.Array(AnnouncementBlock)),
  }),
  mail: Type.Object({ subject: Type.String(), text: Type.String() }),
});
export type AnnouncementPreview = Static<typeof AnnouncementPreview>;

export const AnnouncementOptions = Type.Object({
  /** `name` is what is stored. */
  categories: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
  procedures: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      stages: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
    }),
  ),
});
export type AnnouncementOptions = Static<typeof AnnouncementOptions>;

export const announcementActions = [
  'write',
  'ask',
  'take-back',
  'approve',
  'decline',
  'publish',
  'pause',
  'resume',
  'stop-mails',
  'ask-correction',
  'correct',
  'decline-correction',
  'withdraw',
] as const;
export type AnnouncementAction = (typeof announcementActions)[number];

/** What somebody can do with one. */
export const announcementSteps = [
  'change',
  'ask',
  'take-back',
  'remove',
  'approve',
  'decline',
  'pause',
  'resume',
  'stop-mails',
  'ask-correction',
  'correct',
  'decline-correction',
  'withdraw',
] as const;
export type AnnouncementStep = (typeof announcementSteps)[number];

const Person = Nullable(Type.Object({ id: Type.String(), name: Type.String() }));
export const AnnouncementStateView = Type.Union([
  Type.Literal('draft'),
  Type.Literal('asked'),
  Type.Literal('planned'),
  Type.Literal('published'),
  /** Its last day is over. */
  Type.Literal('ended'),
  Type.Literal('withdrawn'),
]);

export const DeskAnnouncementLine = Type.Object({
  id: Type.String(),
  title: Type.String(),
  state: AnnouncementStateView,
  important: Type.Boolean(),
  writtenBy: Person,
  /** A correction of it waits for a second person. */
  correctionAsked: Type.Boolean(),
  /** Instants. */
  startsAt: Nullable(Type.String()),
  publishedAt: Nullable(Type.String()),
  changedAt: Type.String(),
});
export type DeskAnnouncementLine = Static<typeof DeskAnnouncementLine>;

/** What is not published yet first, then the newest. `next` is the `before` of the following page. */
export const DeskAnnouncementList = Type.Object({
  open: Type.Array(DeskAnnouncementLine),
  published: Type.Array(DeskAnnouncementLine),
  next: Nullable(Type.String()),
});
export type DeskAnnouncementList = Static<typeof DeskAnnouncementList>;

export const DeskAnnouncementsQuery = Type.Object(
  { before: Type.Optional(Type.String({ pattern: uuid })) },
  { additionalProperties: false },
);
export type DeskAnnouncementsQuery = Static<typeof DeskAnnouncementsQuery>;

const CorrectionView = Type.Object({
  id: Type.String(),
  ...Words,
  english: English,
  note: Type.String(),
  state: Type.Union([Type.Literal('asked'), Type.Literal('made'), Type.Literal('declined')]),
  /** As it read before; null until it is made. */
  was: Nullable(Type.Object({ ...Words, english: English })),
  digest: Type.String(),
  askedBy: Person,
  askedAt: Type.String(),
  decidedBy: Person,
  decidedAt: Nullable(Type.String()),
});

export const DeskAnnouncementView = Type.Object({
  id: Type.String(),
  state: AnnouncementStateView,
  revision: Type.Integer(),
  content: AnnouncementContent,
  /** Of what waits for a second person; null otherwise. */
  digest: Nullable(Type.String()),
  writtenBy: Person,
  approvedBy: Person,
  /** Instants. */
  publishedAt: Nullable(Type.String()),
  withdrawn: Nullable(Type.Object({ at: Type.String(), note: Type.String() })),
  /** Null until it is published. */
  mails: Nullable(
    Type.Object({
      state: Type.Union([
        Type.Literal('going'),
        Type.Literal('held'),
        Type.Literal('stopped'),
        Type.Literal('done'),
      ]),
      /** How many it was to be when it was published. */
      expected: Count,
      waiting: Count,
      sent: Count,
      undeliverable: Count,
    }),
  ),
  corrections: Type.Array(CorrectionView),
  events: Type.Array(
    Type.Object({
      action: Type.Union(announcementActions.map((action) => Type.Literal(action))),
      by: Nullable(Type.String()),
      at: Type.String(),
      note: Nullable(Type.String()),
    }),
  ),
  /** The asker had a hand in it: somebody else agrees to it. */
  mine: Type.Boolean(),
  /** What the asker may do now. */
  may: Type.Array(Type.Union(announcementSteps.map((step) => Type.Literal(step)))),
});
export type DeskAnnouncementView = Static<typeof DeskAnnouncementView>;
