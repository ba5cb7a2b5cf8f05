import { Type, type Static } from '@sinclair/typebox';
import { FieldProblem } from '../http/problem.dto.js';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

export const StartDraftRequest = Type.Object(
  {
    procedureId: Type.String({ minLength: 1, maxLength: 64 }),
    /** The saved site it is for; null for one that is not saved yet. Left out: the one last used. */
    siteId: Type.Optional(Type.Union([Id, Type.Null()])),
  },
  { additionalProperties: false },
);
export type StartDraftRequest = Static<typeof StartDraftRequest>;

export const AttachmentView = Type.Object({
  id: Type.String(),
  /** Dotted field path: `documents.permit_copy`. */
  field: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
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
  /** Present when this draft answers a request for correction. */
  correction: Type.Union([CorrectionView, Type.Null()]),
  /** Where the first values came from: field path → source (`profile.name`). */
  prefilled: Type.Record(Type.String(), Type.String()),
  /** The saved site it was started for; null also where the procedure asks about none. */
  siteId: Type.Union([Type.String(), Type.Null()]),
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

export const SavedDraft = Type.Object({ revision: Type.Integer(), savedAt: Type.String() });
export type SavedDraft = Static<typeof SavedDraft>;

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
