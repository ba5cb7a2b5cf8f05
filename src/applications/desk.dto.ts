import { Type, type Static } from '@sinclair/typebox';
import { AttachmentView } from '../drafts/draft.dto.js';
import { OverridableView, OverrideView } from './override.dto.js';
import { CheckView, StageReason, WarningView } from './reasons.dto.js';
import { ClockView, HighlightView, NoticeView, Nullable, PublicStatusView } from './application.dto.js';

/** `mine`, `team`, `unassigned`, `returned`, `messages`, `due-soon`, `overdue`, `on-hold`, `all-open`, or a stage as `stage:<procedure>:<stage>`. */
export const QueueView = Type.Object({
  key: Type.String(),
  title: Type.String(),
  procedureId: Nullable(Type.String()),
  count: Type.Integer(),
});
export type QueueView = Static<typeof QueueView>;

export const QueueList = Type.Object({ queues: Type.Array(QueueView) });
export type QueueList = Static<typeof QueueList>;

export const QueueRow = Type.Object({
  id: Type.String(),
  number: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.String(),
  applicantName: Type.String(),
  stage: Type.String(),
  stageTitle: Type.String(),
  submittedAt: Type.String(),
  enteredAt: Type.String(),
  dueOn: Nullable(Type.String()),
  overdue: Type.Boolean(),
  warnings: Type.Integer(),
  /** 紙申請: arrived on paper. */
  paper: Type.Boolean(),
  onHold: Type.Boolean(),
  /** Back where somebody has worked on it before. */
  returned: Type.Boolean(),
  /** `new`: nobody has opened it; `changed`: somebody else did something since the asker last looked. */
  unread: Nullable(Type.Union([Type.Literal('new'), Type.Literal('changed')])),
  /** Messages of the applicant that no official has read. */
  unreadMessages: Type.Integer(),
  /** Opinions asked of other offices that are still out. */
  opinionsOut: Type.Integer(),
  /** The team that has it, by its title. */
  team: Nullable(Type.String()),
  /** The absent colleague for whom the asker would act, where no role of their own is awaited. */
  inPlaceOf: Nullable(Type.String()),
  assignee: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Listed answers that were asked for, in words: path → text; without those that the asker does not see. */
  values: Type.Record(Type.String(), Type.String()),
  /** May the asker take it on, as long as nobody has it? The stage's role, and four-eyes. */
  mayAssign: Type.Boolean(),
});
export type QueueRow = Static<typeof QueueRow>;

/** A listed answer that a list of the procedure can show. */
export const ListedColumn = Type.Object({ field: Type.String(), title: Type.String() });
export type ListedColumn = Static<typeof ListedColumn>;

export const FollowingPage = Type.Object({ ids: Type.Array(Type.String()), next: Nullable(Type.String()) });
export type FollowingPage = Static<typeof FollowingPage>;

export const QueuePage = Type.Object({ rows: Type.Array(QueueRow), next: Nullable(Type.String()) });

/** What lists of one procedure can show, and what comes with it. */
export const ProcedureLists = Type.Object({
  procedureId: Type.String(),
  title: Type.String(),
  fields: Type.Array(ListedColumn),
  shown: Type.Array(Type.String()),
  saved: Type.Array(
    Type.Object({
      title: Type.String(),
      queue: Type.String(),
      sort: Type.String(),
      columns: Type.Array(Type.String()),
    }),
  ),
});
export type ProcedureLists = Static<typeof ProcedureLists>;

export const ListsView = Type.Object({ procedures: Type.Array(ProcedureLists) });
export type ListsView = Static<typeof ListsView>;
export type QueuePage = Static<typeof QueuePage>;

/** What follows if the action is taken, so that the official reads it before and not after. */
export const ActionOutlook = Type.Object({
  /** Where it may lead: one stage, or several when the answers or the official's own fields decide. */
  stages: Type.Array(
    Type.Object({ title: Type.String(), publicLabel: Type.String(), final: Type.Boolean() }),
  ),
  /** The day until which the applicant may correct, when it leads there. */
  correctionDueOn: Nullable(Type.String()),
  /** What the applicant receives. */
  sends: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('message'), Type.Literal('notice')]),
      title: Type.String(),
    }),
  ),
});
export type ActionOutlook = Static<typeof ActionOutlook>;

const RefusedView = Type.Object({
  code: Type.String(),
  text: Type.Object({ ja: Type.String(), en: Type.String() }),
});

export const ActionView = Type.Object({
  name: Type.String(),
  title: Type.String(),
  tone: Type.Union([Type.Literal('primary'), Type.Literal('danger'), Type.Literal('plain')]),
  requires: Type.Object({
    reason: Type.Boolean(),
    publicReason: Type.Boolean(),
    publicReasonMinLength: Type.Integer(),
    targets: Type.Boolean(),
    fields: Nullable(Type.Record(Type.String(), Type.Unknown())),
  }),
  /** Why it is shown but cannot be taken now (four-eyes, hold). */
  refused: Nullable(RefusedView),
  outlook: Type.Optional(ActionOutlook),
});
export type ActionView = Static<typeof ActionView>;

/** Whose yes a decision takes (決裁), in the order of the procedure. */
export const ApprovalView = Type.Object({
  order: Type.Union([Type.Literal('serial'), Type.Literal('parallel')]),
  /** How many of the steps must say yes. */
  needed: Type.Integer(),
  steps: Type.Array(
    Type.Object({
      title: Type.String(),
      roleTitle: Type.String(),
      isTurn: Type.Boolean(),
      approved: Nullable(
        Type.Object({ by: Type.String(), onBehalfOf: Nullable(Type.String()), at: Type.String() }),
      ),
    }),
  ),
});
export type ApprovalView = Static<typeof ApprovalView>;

export const HistoryLine = Type.Object({
  at: Type.String(),
  type: Type.String(),
  title: Type.String(),
  /** The step of the decision that said yes (`approved`); who has the case from then on (`assigned`), null for nobody. */
  about: Nullable(Type.String()),
  fromTitle: Nullable(Type.String()),
  toTitle: Type.String(),
  actorName: Type.String(),
  actorKind: Type.Union([Type.Literal('staff'), Type.Literal('applicant'), Type.Literal('system')]),
  /** The absent colleague in whose place it was done. */
  onBehalfOf: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  publicReason: Nullable(Type.String()),
});
export type HistoryLine = Static<typeof HistoryLine>;

export const StaffEntry = Type.Object({
  action: Type.String(),
  title: Type.String(),
  fields: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), value: Type.Unknown() })),
});
export type StaffEntry = Static<typeof StaffEntry>;

export const DeskApplicationView = Type.Object({
  id: Type.String(),
  number: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  versionHash: Type.String(),
  subject: Type.String(),
  applicantName: Type.String(),
  submittedAt: Type.String(),
  /** Optimistic lock: send it back with an action; an older one is refused with `application-changed`. */
  lock: Type.Integer(),
  stage: Type.String(),
  stageTitle: Type.String(),
  stageKind: Type.String(),
  status: PublicStatusView,
  highlights: Type.Array(HighlightView),
  enteredAt: Type.String(),
  stageReason: Nullable(StageReason),
  dueOn: Nullable(Type.String()),
  overdue: Type.Boolean(),
  clock: ClockView,
  /** Set where a decision takes the yes of certain approvers. */
  approval: Nullable(ApprovalView),
  /** The team that has it, by its title. */
  team: Nullable(Type.String()),
  assignee: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  hold: Nullable(Type.Object({ reason: Type.String(), ownerName: Type.String(), reviewOn: Type.String() })),
  /** Without those that the asker does not see at once. */
  answers: Type.Record(Type.String(), Type.Unknown()),
  /** Answers that are there and not shown; one that can be opened is shown by its own route, which records it. */
  concealed: Type.Array(Type.Object({ path: Type.String(), openable: Type.Boolean() })),
  attachments: Type.Array(AttachmentView),
  warnings: Type.Array(WarningView),
  checks: Type.Array(CheckView),
  /** Staff's own fields so far: action → field → value. */
  staff: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  /** The same in words: the action's title, each field's title, and a choice by its title. */
  staffEntries: Type.Optional(Type.Array(StaffEntry)),
  /** What files prove: dotted paths of the question for files, and of pages and questions. */
  proofs: Type.Array(Type.Object({ file: Type.String(), proves: Type.Array(Type.String()) })),
  /** Computed answers that officials set to another value, the latest first. */
  overrides: Type.Array(OverrideView),
  /** Those that the asker may set at this stage. */
  overridable: Type.Array(OverridableView),
  correction: Nullable(
    Type.Object({
      note: Type.String(),
      dueOn: Type.String(),
      targets: Type.Array(Type.Object({ path: Type.String(), label: Type.String(), comment: Type.String() })),
    }),
  ),
  /** Set where the present answers have been asked about already: another request takes a supervisor's reason. */
  secondCorrection: Nullable(
    Type.Object({
      permission: Nullable(Type.Object({ name: Type.String(), reason: Type.String(), at: Type.String() })),
      mayPermit: Type.Boolean(),
    }),
  ),
  /** The same words as the applicant reads; `status` says the rest. */
  publicSide: Type.Object({
    turn: Type.Union([Type.Literal('applicant'), Type.Literal('office'), Type.Literal('nobody')]),
    /** The department that has it. */
    department: Type.String(),
    /** What usually follows. */
    ahead: Type.Array(Type.String()),
    /** The latest reason that was given to the applicant. */
    reason: Nullable(Type.String()),
  }),
  /** What the latest correction changed. */
  changes: Type.Array(
    Type.Object({
      path: Type.String(),
      label: Type.String(),
      kind: Type.Union([
        Type.Literal('added'),
        Type.Literal('removed'),
        Type.Literal('changed'),
        Type.Literal('row-added'),
        Type.Literal('row-removed'),
        Type.Literal('row-moved'),
      ]),
      before: Type.Unknown(),
      after: Type.Unknown(),
      /** Not shown: the answer is concealed. */
      concealed: Type.Optional(Type.Boolean()),
    }),
  ),
  history: Type.Array(HistoryLine),
  /** That applicant and office have written to each other, oldest first. */
  written: Type.Array(HistoryLine),
  notices: Type.Array(NoticeView),
  actions: Type.Array(ActionView),
  reasons: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), text: Type.String() })),
  /** May the asker take it on? */
  mayAssign: Type.Boolean(),
  /** Why not, for one whose role owns the stage: four-eyes leaves nothing of it to them. */
  assignRefused: Nullable(RefusedView),
  /** May the asker put it aside and take it up again? */
  mayHold: Type.Boolean(),
});
export type DeskApplicationView = Static<typeof DeskApplicationView>;

export const TakeActionRequest = Type.Object(
  {
    lock: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    reason: Type.Optional(Type.String({ maxLength: 4000 })),
    publicReason: Type.Optional(Type.String({ maxLength: 4000 })),
    targets: Type.Optional(
      Type.Array(
        Type.Object(
          { path: Type.String({ maxLength: 300 }), comment: Type.String({ maxLength: 1000 }) },
          { additionalProperties: false },
        ),
        { maxItems: 200 },
      ),
    ),
    fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);
export type TakeActionRequest = Static<typeof TakeActionRequest>;

/** `assigneeId: null` puts it back into the team's queue; `"me"` claims it. */
export const AssignRequest = Type.Object(
  {
    assigneeId: Nullable(Type.String({ maxLength: 64 })),
    /** What the next one should know; in the history, for officials. */
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);
export type AssignRequest = Static<typeof AssignRequest>;

/** Who may have a case next, with how many they have. */
export const ColleagueList = Type.Object({
  colleagues: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), department: Type.String(), open: Type.Integer() }),
  ),
});
export type ColleagueList = Static<typeof ColleagueList>;

export const HoldRequest = Type.Object(
  {
    lock: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    reviewOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  },
  { additionalProperties: false },
);
export type HoldRequest = Static<typeof HoldRequest>;

export const PermitCorrectionRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);
export type PermitCorrectionRequest = Static<typeof PermitCorrectionRequest>;

export const ReleaseRequest = Type.Object(
  { lock: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) },
  { additionalProperties: false },
);
export type ReleaseRequest = Static<typeof ReleaseRequest>;
