import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { AttachmentView } from '../drafts/draft.dto.js';

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const Id = Type.String({ pattern: uuid });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const State = Type.Union([Type.Literal('asked'), Type.Literal('answered'), Type.Literal('withdrawn')]);
/** 支障なし, 条件付, 支障あり. */
const Standpoint = Type.Union([Type.Literal('clear'), Type.Literal('conditions'), Type.Literal('objection')]);
const Person = Type.Object({ id: Type.String(), name: Type.String() });

/** What case and asked office both see of an opinion. */
const said = {
  id: Type.String(),
  department: Type.String(),
  assignee: Nullable(Person),
  question: Type.String(),
  dueOn: Type.String(),
  overdue: Type.Boolean(),
  state: State,
  askedBy: Type.String(),
  askedFrom: Type.String(),
  askedAt: Type.String(),
  standpoint: Nullable(Standpoint),
  answer: Nullable(Type.String()),
  endedAt: Nullable(Type.String()),
  /** Who answered or withdrew it; null where it ended with the case. */
  endedBy: Nullable(Type.String()),
  endReason: Nullable(Type.String()),
  extensions: Type.Array(
    Type.Object({ at: Type.String(), name: Type.String(), toOn: Type.String(), reason: Type.String() }),
  ),
  /** Files of the answer. */
  files: Type.Array(DeskFileView),
};

/** One that a case has asked. */
export const CaseOpinion = Type.Object({
  ...said,
  departmentId: Type.String(),
  /** Paths of the questions whose answers are shared, and their titles. */
  shared: Type.Array(Type.Object({ path: Type.String(), title: Type.String() })),
  /** The one that this one asks again. */
  againOf: Nullable(Type.String()),
});
export type CaseOpinion = Static<typeof CaseOpinion>;

/** Opinions of a case, the latest first, and what a new one begins with. */
export const CaseOpinions = Type.Object({
  opinions: Type.Array(CaseOpinion),
  /** May the asker put off and withdraw? */
  mayChange: Type.Boolean(),
  /** Null where none can be asked now, or not by the asker. */
  ask: Nullable(
    Type.Object({
      /** Proposed. */
      dueOn: Type.String(),
      pages: Type.Array(
        Type.Object({
          title: Type.String(),
          questions: Type.Array(Type.Object({ path: Type.String(), title: Type.String() })),
        }),
      ),
      departments: Type.Array(
        Type.Object({ id: Type.String(), name: Type.String(), officials: Type.Array(Person) }),
      ),
    }),
  ),
});
export type CaseOpinions = Static<typeof CaseOpinions>;

export const AskOpinionRequest = Type.Object(
  {
    /** Made by the sender: sent again, it is asked once. */
    id: Id,
    departmentId: Id,
    assigneeId: Nullable(Id),
    question: Type.String({ minLength: 1, maxLength: 4000 }),
    shared: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500 }),
    dueOn: Day,
    againOf: Nullable(Id),
  },
  { additionalProperties: false },
);
export type AskOpinionRequest = Static<typeof AskOpinionRequest>;

export const ExtendOpinionRequest = Type.Object(
  { dueOn: Day, reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);
export type ExtendOpinionRequest = Static<typeof ExtendOpinionRequest>;

export const WithdrawOpinionRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);

/** `me`, a colleague of the asked office, or back to the office. */
export const ClaimOpinionRequest = Type.Object(
  { assigneeId: Nullable(Type.String({ maxLength: 64 })) },
  { additionalProperties: false },
);

export const AnswerOpinionRequest = Type.Object(
  { standpoint: Standpoint, answer: Type.String({ maxLength: 10_000 }) },
  { additionalProperties: false },
);
export type AnswerOpinionRequest = Static<typeof AnswerOpinionRequest>;

export const SharedPage = Type.Object({
  title: Type.String(),
  lines: Type.Array(
    Type.Object({ title: Type.String(), text: Type.String(), files: Type.Array(AttachmentView) }),
  ),
});
export type SharedPage = Static<typeof SharedPage>;

/** As the asked office sees it: the question, and of the application what was shared. */
export const OpinionView = Type.Object({
  ...said,
  number: Type.String(),
  procedureTitle: Type.String(),
  /** Null once it was withdrawn, or the case has ended: nothing of it is seen any more. */
  pages: Nullable(Type.Array(SharedPage)),
  /** The applicant has corrected the answers since it was asked. */
  corrected: Type.Boolean(),
  /** What was asked and answered before, where it is asked again. */
  before: Nullable(
    Type.Object({
      question: Type.String(),
      standpoint: Nullable(Standpoint),
      answer: Nullable(Type.String()),
    }),
  ),
  /** Officials of the office, for handing it over. */
  colleagues: Type.Array(Person),
});
export type OpinionView = Static<typeof OpinionView>;

export const OpinionQueue = Type.Union([
  Type.Literal('mine'),
  Type.Literal('office'),
  Type.Literal('overdue'),
  Type.Literal('ended'),
  Type.Literal('asked'),
]);
export type OpinionQueue = Static<typeof OpinionQueue>;

export const OpinionsQuery = Type.Object(
  { queue: Type.Optional(OpinionQueue), cursor: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);

export const OpinionLine = Type.Object({
  id: Type.String(),
  applicationId: Nullable(Type.String()),
  number: Type.String(),
  procedureTitle: Type.String(),
  question: Type.String(),
  askedFrom: Type.String(),
  department: Type.String(),
  assignee: Nullable(Person),
  dueOn: Type.String(),
  overdue: Type.Boolean(),
  state: State,
  standpoint: Nullable(Standpoint),
  askedAt: Type.String(),
});
export type OpinionLine = Static<typeof OpinionLine>;

export const OpinionList = Type.Object({
  /** How many are open in each queue; of those that have ended there is no count. */
  counts: Type.Object({
    mine: Type.Integer(),
    office: Type.Integer(),
    overdue: Type.Integer(),
    asked: Type.Integer(),
  }),
  opinions: Type.Array(OpinionLine),
  next: Nullable(Type.String()),
});
export type OpinionList = Static<typeof OpinionList>;
