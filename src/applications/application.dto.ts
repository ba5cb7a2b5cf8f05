import { Type, type Static } from '@sinclair/typebox';
import { AttachmentView } from '../drafts/draft.dto.js';

/** A value, or null where there is none. */
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const PublicStatusView = Type.Object({
  label: Type.String(),
  explanation: Type.String(),
  tone: Type.Union([
    Type.Literal('progress'),
    Type.Literal('waiting'),
    Type.Literal('done'),
    Type.Literal('refused'),
  ]),
});
export type PublicStatusView = Static<typeof PublicStatusView>;

export const ApplicationListItem = Type.Object({
  id: Type.String(),
  number: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  subject: Type.String(),
  submittedAt: Type.String(),
  status: PublicStatusView,
  /** Set when the applicant must act. */
  correctionDueOn: Nullable(Type.String()),
  /** False at the end. */
  open: Type.Boolean(),
  /** Messages of the office that the applicant has not read. */
  unreadMessages: Type.Integer(),
  /** Documents that are ready and were never opened. */
  unopenedNotices: Type.Integer(),
});
export type ApplicationListItem = Static<typeof ApplicationListItem>;

export const ApplicationList = Type.Object({
  applications: Type.Array(ApplicationListItem),
  /** Cursor of the next page; null on the last. */
  next: Nullable(Type.String()),
});
export type ApplicationList = Static<typeof ApplicationList>;

export const NoticeView = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('message'), Type.Literal('notice')]),
  template: Type.String(),
  title: Type.String(),
  createdAt: Type.String(),
  documentNumber: Nullable(Type.String()),
  /** Plain text of a message; null for a PDF notice. */
  text: Nullable(Type.String()),
  state: Type.Union([
    Type.Literal('queued'),
    Type.Literal('ready'),
    Type.Literal('sent'),
    Type.Literal('undeliverable'),
  ]),
  /** Address of the PDF once it is ready. */
  pdf: Nullable(Type.String()),
  firstOpenedAt: Nullable(Type.String()),
  /** Until when one may act against a disposition that was opened (教示). Civil dates; null where none runs. */
  appeal: Nullable(
    Type.Object({ knownOn: Type.String(), appealUntil: Type.String(), suitUntil: Type.String() }),
  ),
  /** It was called back (失効); the file can still be read. */
  revoked: Nullable(Type.Object({ at: Type.String(), reason: Type.String() })),
});
export type NoticeView = Static<typeof NoticeView>;

/** One step as the applicant may see it: no staff names, no internal reasons. */
export const ApplicantStep = Type.Object({
  at: Type.String(),
  title: Type.String(),
  status: PublicStatusView,
  publicReason: Nullable(Type.String()),
  byApplicant: Type.Boolean(),
  /** The agent (代理人) who did it in the applicant's name. */
  agentName: Nullable(Type.String()),
});
export type ApplicantStep = Static<typeof ApplicantStep>;

/** One line of the case in a nutshell, as the workflow names it: 支給予定額　1,176,000円. */
export const HighlightView = Type.Object({ title: Type.String(), text: Type.String() });
export type HighlightView = Static<typeof HighlightView>;

/** The processing period (標準処理期間) of an application as of now. */
export const ClockView = Type.Object({
  /** How its days are counted. */
  days: Type.Union([Type.Literal('working'), Type.Literal('calendar')]),
  used: Type.Integer(),
  /** Days allowed, extensions included. */
  limit: Type.Integer(),
  extended: Type.Integer(),
  /** False while the applicant has it, and at the end. */
  running: Type.Boolean(),
  /** The day the limit falls on if the clock does not stop; null once it has ended. */
  limitOn: Nullable(Type.String()),
  /** The day it should end if everybody keeps to their time; null at the end. */
  forecastOn: Nullable(Type.String()),
  outlook: Type.Union([Type.Literal('in-time'), Type.Literal('at-risk'), Type.Literal('late')]),
});
export type ClockView = Static<typeof ClockView>;

/** A value that an official set in place of a computed one, in words and without names. */
export const ChangedByOfficeView = Type.Object({
  path: Type.String(),
  label: Type.String(),
  computed: Type.String(),
  value: Type.String(),
  reason: Type.String(),
  at: Type.String(),
});
export type ChangedByOfficeView = Static<typeof ChangedByOfficeView>;

export const ApplicantApplicationView = Type.Object({
  id: Type.String(),
  number: Type.String(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  versionHash: Type.String(),
  subject: Type.String(),
  submittedAt: Type.String(),
  status: PublicStatusView,
  /** The public ones. */
  highlights: Type.Array(HighlightView),
  answers: Type.Record(Type.String(), Type.Unknown()),
  attachments: Type.Array(AttachmentView),
  steps: Type.Array(ApplicantStep),
  notices: Type.Array(NoticeView),
  correction: Nullable(
    Type.Object({
      draftId: Nullable(Type.String()),
      note: Type.String(),
      dueOn: Type.String(),
      late: Type.Boolean(),
      /** Where the application goes if nothing comes in time; null where nothing happens by itself. */
      unanswered: Nullable(Type.String()),
      targets: Type.Array(Type.Object({ path: Type.String(), label: Type.String(), comment: Type.String() })),
    }),
  ),
  /** Computed values that officials have set to another one, with the reason. */
  changedByOffice: Type.Array(ChangedByOfficeView),
  canWithdraw: Type.Boolean(),
  /** Whose move it is; nobody's at the end. */
  turn: Type.Union([Type.Literal('applicant'), Type.Literal('office'), Type.Literal('nobody')]),
  /** The department that has it. */
  department: Type.String(),
  /** What usually follows, in the applicant's words, the end left out. */
  ahead: Type.Array(Type.String()),
  /** When it was submitted, and each correction. */
  submissions: Type.Array(Type.Object({ n: Type.Integer(), at: Type.String() })),
  messages: Type.Object({
    count: Type.Integer(),
    unread: Type.Integer(),
    /** When each was written, oldest first; `department` where the office wrote. */
    written: Type.Array(
      Type.Object({
        at: Type.String(),
        side: Type.Union([Type.Literal('applicant'), Type.Literal('office')]),
        department: Nullable(Type.String()),
        agentName: Nullable(Type.String()),
      }),
    ),
  }),
  /** What happened about visits (現地確認), oldest first; `about` is a time such as `2035-03-01 10:00–11:00`, or several. */
  visits: Type.Array(
    Type.Object({
      at: Type.String(),
      kind: Type.String(),
      about: Nullable(Type.String()),
      byApplicant: Type.Boolean(),
      agentName: Nullable(Type.String()),
    }),
  ),
  clock: ClockView,
  contact: Type.Object({
    name: Type.String(),
    phone: Type.String(),
    mail: Type.String(),
    hours: Type.String(),
  }),
});
export type ApplicantApplicationView = Static<typeof ApplicantApplicationView>;

export const WithdrawRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);
export type WithdrawRequest = Static<typeof WithdrawRequest>;
