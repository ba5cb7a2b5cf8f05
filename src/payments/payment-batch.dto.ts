import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';
import { ProfileSettings } from './payment-profile.dto.js';

/** More are paid in several batches. */
export const mostPayments = 20_000;

export const paymentActions = [
  'begin',
  'plan',
  'look-again',
  'looked',
  'accept',
  'take-out',
  'submit',
  'send-back',
  'release',
  'export',
  'download',
  'report',
  'return',
  'close',
  'cancel',
] as const;
export type PaymentAction = (typeof paymentActions)[number];

const uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const reason = Type.String({ minLength: 2, maxLength: 1000 });
const plan = { payOn: day, profileId: uuid };
const text = Type.Object({ ja: Type.String(), en: Type.String() });

export const NewPaymentsRequest = Type.Object(
  {
    procedureId: Type.String({ maxLength: 64 }),
    ...plan,
    /** The ones that were ticked, or so many that have waited longest. */
    from: Type.Union([
      Type.Object(
        { ids: Type.Array(uuid, { minItems: 1, maxItems: mostPayments, uniqueItems: true }) },
        { additionalProperties: false },
      ),
      Type.Object(
        { most: Type.Integer({ minimum: 1, maximum: mostPayments }) },
        { additionalProperties: false },
      ),
    ]),
  },
  { additionalProperties: false },
);
export type NewPaymentsRequest = Static<typeof NewPaymentsRequest>;

export const PlanRequest = Type.Object(plan, { additionalProperties: false });
export type PlanRequest = Static<typeof PlanRequest>;

/** `key` of the finding as it was read. */
export const AcceptRequest = Type.Object(
  { key: Type.String({ pattern: '^[0-9a-f]{16}$' }), reason },
  { additionalProperties: false },
);
export type AcceptRequest = Static<typeof AcceptRequest>;

export const ReasonRequest = Type.Object({ reason }, { additionalProperties: false });
export type ReasonRequest = Static<typeof ReasonRequest>;

/** Of the batch as it was read: what is released is what was seen. */
export const ReleaseRequest = Type.Object(
  { digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
);
export type ReleaseRequest = Static<typeof ReleaseRequest>;

/** What the bank says: a table of lines (reference or application number, result, day, reason), and of the rest that it was paid. */
export const ReportRequest = Type.Object(
  { table: Type.String({ maxLength: 4_000_000 }), restPaidOn: Nullable(day) },
  { additionalProperties: false },
);
export type ReportRequest = Static<typeof ReportRequest>;

export const ReportRowRequest = Type.Object(
  {
    result: Type.Union([Type.Literal('paid'), Type.Literal('failed')]),
    on: day,
    code: Nullable(Type.String({ maxLength: 20 })),
    note: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type ReportRowRequest = Static<typeof ReportRowRequest>;

const Person = Type.Object({ id: Type.String(), name: Type.String() });

const summary = {
  id: Type.String(),
  number: Type.Integer(),
  procedureId: Type.String(),
  procedureTitle: Type.String(),
  state: Type.String(),
  payOn: Type.String(),
  createdAt: Type.String(),
  createdBy: Person,
  /** Of what is paid, or was. */
  rows: Type.Integer(),
  amount: Type.Integer(),
};
export const PaymentBatchSummary = Type.Object(summary);
export type PaymentBatchSummary = Static<typeof PaymentBatchSummary>;

export const PaymentsOverview = Type.Object({
  /** Procedures that pay and that the asker has to do with. */
  procedures: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      pays: Type.Boolean(),
      /** Applications that wait and are in no batch. */
      waiting: Type.Integer(),
      /** What they come to; of the longest waiting thousand where there are more. */
      amount: Type.Integer(),
      partial: Type.Boolean(),
      since: Nullable(Type.String()),
    }),
  ),
  batches: Type.Array(PaymentBatchSummary),
});
export type PaymentsOverview = Static<typeof PaymentsOverview>;

export const WaitingQuery = Type.Object(
  {
    procedureId: Type.String({ maxLength: 64 }),
    after: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })),
  },
  { additionalProperties: false },
);
export type WaitingQuery = Static<typeof WaitingQuery>;

export const WaitingList = Type.Object({
  applications: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      subject: Type.String(),
      applicantName: Type.String(),
      amount: Nullable(Type.Integer()),
      since: Type.String(),
      dueOn: Nullable(Type.String()),
      /** Came back before. */
      returned: Type.Boolean(),
    }),
  ),
  next: Nullable(Type.Integer()),
});
export type WaitingList = Static<typeof WaitingList>;

export const PaymentBatchView = Type.Object({
  ...summary,
  profile: Nullable(Type.Object({ id: Type.String(), settings: ProfileSettings })),
  checkedBy: Nullable(Person),
  releasedBy: Nullable(Person),
  releasedAt: Nullable(Type.String()),
  digest: Nullable(Type.String()),
  counts: Type.Object({
    listed: Type.Integer(),
    ready: Type.Integer(),
    out: Type.Integer(),
    paid: Type.Integer(),
    failed: Type.Integer(),
    /** Warnings that nobody has accepted yet. */
    open: Type.Integer(),
    accepted: Type.Integer(),
    /** Answered by the bank, and not carried out yet; and those that could not be. */
    reported: Type.Integer(),
    stuck: Type.Integer(),
  }),
  amounts: Type.Object({ paid: Type.Integer(), failed: Type.Integer() }),
  files: Type.Array(
    Type.Object({
      part: Type.Integer(),
      name: Type.String(),
      rows: Type.Integer(),
      amount: Type.Integer(),
      bytes: Type.Integer(),
      sha256: Type.String(),
      madeAt: Type.String(),
    }),
  ),
  events: Type.Array(
    Type.Object({
      at: Type.String(),
      by: Nullable(Type.String()),
      action: Type.String(),
      reason: Nullable(Type.String()),
      count: Nullable(Type.Integer()),
      part: Nullable(Type.Integer()),
    }),
  ),
  /** May the asker change it at all? */
  pays: Type.Boolean(),
  /** Why the asker may not release it; null while nothing speaks against it. */
  mayNotRelease: Nullable(text),
  /** Why it cannot be handed on to the second person; null while nothing speaks against it. */
  mayNotSubmit: Nullable(text),
});
export type PaymentBatchView = Static<typeof PaymentBatchView>;

export const PaymentRowsQuery = Type.Object(
  {
    after: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })),
    only: Type.Optional(
      Type.Union([
        Type.Literal('warnings'),
        Type.Literal('out'),
        Type.Literal('failed'),
        Type.Literal('unanswered'),
      ]),
    ),
  },
  { additionalProperties: false },
);
export type PaymentRowsQuery = Static<typeof PaymentRowsQuery>;

export const PaymentRowView = Type.Object({
  n: Type.Integer(),
  reference: Type.Integer(),
  applicationId: Type.String(),
  number: Type.String(),
  subject: Type.String(),
  applicantName: Type.String(),
  state: Type.String(),
  amount: Nullable(Type.Integer()),
  newCode: Nullable(Type.String()),
  /** Null where there is none, and for those who may not see it. Of the number the last three digits. */
  account: Nullable(
    Type.Object({
      bankName: Type.String(),
      branchName: Type.String(),
      type: Type.String(),
      number: Type.String(),
      holder: Type.String(),
    }),
  ),
  findings: Type.Array(
    Type.Object({
      key: Type.String(),
      code: Type.String(),
      level: Type.Union([Type.Literal('stop'), Type.Literal('warning')]),
      text,
      accepted: Nullable(Type.Object({ by: Type.String(), at: Type.String(), reason: Type.String() })),
    }),
  ),
  /** Why it was taken out, by whom, where somebody did. */
  out: Nullable(text),
  /** What the bank says, and what became of that. */
  result: Nullable(text),
  stuck: Type.Boolean(),
  settledOn: Nullable(Type.String()),
});
export type PaymentRowView = Static<typeof PaymentRowView>;

export const PaymentRows = Type.Object({
  rows: Type.Array(PaymentRowView),
  next: Nullable(Type.Integer()),
});
export type PaymentRows = Static<typeof PaymentRows>;
