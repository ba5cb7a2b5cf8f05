import { Type, type Static } from '@sinclair/typebox';
import { FieldProblem } from '../http/problem.dto.js';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

export const StartDraftRequest = Type.Object(
  {
    procedureId: Type.String({ minLength: 1, maxLength: 64 }),
    /** The saved site it is for; null for one that is not saved yet. Left out: the one last used. */
    siteId: Type.Optional(Type.Union([Id, Type.Null()])),
    /** An own application of the same procedure whose answers it begins with. */
    fromApplicationId: Type.Optional(Id),
    /** A further draft beside one that is open; without it the open one is given. */
    another: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type StartDraftRequest = Static<typeof StartDraftRequest>;

/** For which question a file is. */
export const AttachmentQuery = Type.Object(
  { field: Type.String({ minLength: 1, maxLength: 300 }) },
  { additionalProperties: false },
);

export const AttachmentView = Type.Object({
  id: Type.String(),
  /** Dotted field path: `documents.permit_copy`. */
  field: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  /** What a photograph says of its time, by the camera's clock: `2026-05-01T10:20:30`. */
  takenAt: Type.Optional(Type.String()),
  /** The place where it was taken stood in the file, and was taken out of it. */
  placeRemoved: Type.Optional(Type.Literal(true)),
  /** Number of the application that the file was taken over from. */
  reusedFrom: Type.Optional(Type.String()),
});
export type AttachmentView = Static<typeof AttachmentView>;

export const DraftListItem = Type.Object({
  id: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  kind: Type.Union([Type.Literal('application'), Type.Literal('correction')]),
  savedAt: Type.String(),
});
export type DraftListItem = Static<typeof DraftListItem>;

export const DraftList = Type.Object({ drafts: Type.Array(DraftListItem) });
export type DraftList = Static<typeof DraftList>;

/** The fields a correction may change; everything else is shown read-only. */
export const CorrectionView = Type.Object({
  applicationId: Type.String(),
  number: Type.String(),
  note: Type.String(),
  dueOn: Type.String(),
  targets: Type.Array(Type.Object({ path: Type.String(), label: Type.String(), comment: Type.String() })),
});
export type CorrectionView = Static<typeof CorrectionView>;

const Bilingual = Type.Object({ ja: Type.String(), en: Type.String() });

/** What moving to the version in force did with a draft, until it is submitted. */
export const MovedView = Type.Object({
  at: Type.String(),
  changes: Type.Array(Bilingual),
  results: Type.Array(
    Type.Object({
      label: Bilingual,
      before: Type.Union([Bilingual, Type.Null()]),
      after: Type.Union([Bilingual, Type.Null()]),
    }),
  ),
  /** `path` is a JSON Pointer into the answers; empty where it is about all of them. */
  ask: Type.Array(
    Type.Object({ path: Type.String(), label: Bilingual, was: Type.Union([Bilingual, Type.Null()]) }),
  ),
  /** Answers without a question any more, for copying. */
  leftOver: Type.Array(Type.Object({ label: Bilingual, value: Bilingual })),
});
export type MovedView = Static<typeof MovedView>;

/** An own application that an answer may refer to by its number (`x-application`). */
export const ReferableApplication = Type.Object({
  number: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.String(),
  submittedAt: Type.String(),
  status: Type.Union([
    Type.Literal('open'),
    Type.Literal('approved'),
    Type.Literal('refused'),
    Type.Literal('dismissed'),
    Type.Literal('withdrawn'),
  ]),
  /** As the applicant reads it. */
  statusLabel: Type.String(),
  /** What the form takes over from it: name of the fact → value. */
  facts: Type.Record(Type.String(), Type.Unknown()),
});
export type ReferableApplication = Static<typeof ReferableApplication>;

export const DraftView = Type.Object({
  id: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  versionHash: Type.String(),
  revision: Type.Integer(),
  answers: Type.Record(Type.String(), Type.Unknown()),
  attachments: Type.Array(AttachmentView),
  savedAt: Type.String(),
  closesAt: Type.String(),
  /** Until when this draft may be submitted: `closesAt`, and the grace where it has one. */
  graceEndsAt: Type.String(),
  /** The server's clock at the time of the answer. */
  now: Type.String(),
  /** A newer version of the procedure is in force: `POST …/move` brings the draft there. */
  formChanged: Type.Boolean(),
  moved: Type.Union([MovedView, Type.Null()]),
  /** Pages whose answers decide whether it was applied for already; see `…/once-check`. */
  onceKeyPages: Type.Array(Type.String()),
  contact: Type.Object({
    name: Type.String(),
    phone: Type.String(),
    mail: Type.String(),
    hours: Type.String(),
  }),
  /** The procedure asks for an electronic signature before the submission. */
  needsSignature: Type.Boolean(),
  /** Present when this draft answers a request for correction. */
  correction: Type.Union([CorrectionView, Type.Null()]),
  /** Where the first values came from: field path → source (`profile.name`). */
  prefilled: Type.Record(Type.String(), Type.String()),
  /** The saved site it was started for; null also where the procedure asks about none. */
  siteId: Type.Union([Type.String(), Type.Null()]),
  /** The former application whose answers it began with. */
  copiedFrom: Type.Union([Type.Object({ number: Type.String(), submittedAt: Type.String() }), Type.Null()]),
  /** Own applications that answers may refer to; empty where the form refers to none. */
  applications: Type.Array(ReferableApplication),
  /** Set once submitted: the draft is closed and leads to the application. */
  applicationId: Type.Union([Type.String(), Type.Null()]),
});
export type DraftView = Static<typeof DraftView>;

/** All answers, pruned, without computed values. `revision` is the one last seen; an older one is refused with `draft-changed-elsewhere`. */
export const SaveDraftRequest = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    answers: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
);
export type SaveDraftRequest = Static<typeof SaveDraftRequest>;

export const SavedDraft = Type.Object({
  revision: Type.Integer(),
  savedAt: Type.String(),
  /** As in the draft: published or moved while somebody fills it in. */
  formChanged: Type.Boolean(),
  closesAt: Type.String(),
  graceEndsAt: Type.String(),
});
export type SavedDraft = Static<typeof SavedDraft>;

export const MoveDraftRequest = Type.Object(
  { revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) },
  { additionalProperties: false },
);
export type MoveDraftRequest = Static<typeof MoveDraftRequest>;

/** What was typed for an earlier version and not saved. */
export const CarryRequest = Type.Object(
  {
    versionHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    sets: Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 3 }),
  },
  { additionalProperties: false },
);
export type CarryRequest = Static<typeof CarryRequest>;

export const CarriedAnswers = Type.Object({
  sets: Type.Array(Type.Record(Type.String(), Type.Unknown())),
});
export type CarriedAnswers = Static<typeof CarriedAnswers>;

export const OnceCheckRequest = Type.Object(
  { answers: Type.Optional(Type.Record(Type.String(), Type.Unknown())) },
  { additionalProperties: false },
);
export type OnceCheckRequest = Static<typeof OnceCheckRequest>;

/** The application that stands in the way; null when none does, or when too little is answered to tell. */
export const OnceCheck = Type.Object({
  heldBy: Type.Union([
    Type.Null(),
    Type.Object({ mine: Type.Literal(false) }),
    Type.Object({
      mine: Type.Literal(true),
      applicationId: Type.String(),
      number: Type.String(),
      submittedAt: Type.String(),
    }),
  ]),
});
export type OnceCheck = Static<typeof OnceCheck>;

/** `answers` may bring the last unsaved state along; left out, the saved ones are submitted. */
export const SubmitDraftRequest = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    answers: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** Writes what the answers say of the site into the list of saved sites. Left out: no. */
    saveSite: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type SubmitDraftRequest = Static<typeof SubmitDraftRequest>;

/** 到達: the row is committed. The same draft submitted again answers with the same receipt. */
export const Receipt = Type.Object({
  applicationId: Type.String(),
  number: Type.String(),
  procedureTitle: Type.String(),
  submittedAt: Type.String(),
  attachments: Type.Array(AttachmentView),
  warnings: Type.Array(FieldProblem),
});
export type Receipt = Static<typeof Receipt>;
