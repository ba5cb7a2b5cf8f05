import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';
import { ActionView, ColleagueList, DeskApplicationView } from '../applications/desk.dto.js';
import { ListPlace } from '../applications/views/saved-view.dto.js';

/** As many as one goes through; more are taken in several. */
export const mostRows = 10_000;

/** The applications: ticked ones, all of a list, the lines of a table (`readList`), or those of one result in it. */
export const NewBatchRequest = Type.Union([
  Type.Object(
    {
      ids: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), {
        minItems: 1,
        maxItems: mostRows,
        uniqueItems: true,
      }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ place: ListPlace }, { additionalProperties: false }),
  Type.Object(
    { table: Type.String({ minLength: 1, maxLength: 1_000_000 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    { of: Type.String({ pattern: '^[0-9a-f-]{36}$' }), result: Type.String({ minLength: 1, maxLength: 60 }) },
    { additionalProperties: false },
  ),
]);
export type NewBatchRequest = Static<typeof NewBatchRequest>;

const reason = Type.Optional(Type.String({ maxLength: 4000 }));

/** What is done with each. A reason in the table goes before the one that stands here. */
export const BatchWork = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('action'),
      /** Actions of two procedures may have the same name. */
      procedureId: Type.String({ maxLength: 64 }),
      action: Type.String({ maxLength: 63 }),
      reason,
      publicReason: reason,
      fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      /** What is to be corrected, where the table says nothing of its own about it. */
      targets: Type.Optional(
        Type.Array(
          Type.Object(
            {
              path: Type.String({ maxLength: 200 }),
              comment: Type.String({ minLength: 1, maxLength: 4000 }),
            },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: 100 },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('assign'), assigneeId: Nullable(Type.String({ maxLength: 64 })), note: reason },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('distribute'),
      /** `load`: whoever has least gets the next; `turn`: one after the other. */
      by: Type.Union([Type.Literal('load'), Type.Literal('turn')]),
      among: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), {
        minItems: 1,
        maxItems: 200,
        uniqueItems: true,
      }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('hold'),
      reason: Type.String({ minLength: 1, maxLength: 1000 }),
      reviewOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('release') }, { additionalProperties: false }),
]);
export type BatchWork = Static<typeof BatchWork>;

export const CheckBatchRequest = Type.Object({ work: BatchWork }, { additionalProperties: false });
export type CheckBatchRequest = Static<typeof CheckBatchRequest>;

/** In how many minutes it begins; until then it can be taken back as if it had never been. */
export const StartBatchRequest = Type.Object(
  { minutes: Type.Integer({ minimum: 0, maximum: 120 }) },
  { additionalProperties: false },
);
export type StartBatchRequest = Static<typeof StartBatchRequest>;

const text = Type.Object({ ja: Type.String(), en: Type.String() });

const Count = Type.Object({
  code: Type.String(),
  text,
  count: Type.Integer(),
  /** The text is that of one of them; the others say the same of something else. */
  several: Type.Boolean(),
});

export const BatchView = Type.Object({
  id: Type.String(),
  state: Type.String(),
  work: Nullable(BatchWork),
  /** Of an action, in the words of the procedure. */
  actionTitle: Nullable(Type.String()),
  total: Type.Integer(),
  /** What the table says came out for them (当選, 落選 …), the most frequent first. */
  results: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() })),
  /** Titles of columns of the table that nothing here asks for, and that were not kept. */
  unusedColumns: Type.Array(Type.String()),
  /** Of them, looked at so far, by what would become of them. */
  forecasts: Type.Array(Count),
  /** Of them, gone through so far, by what became of them. */
  outcomes: Type.Array(Count),
  startsAt: Nullable(Type.String()),
  createdAt: Type.String(),
  finishedAt: Nullable(Type.String()),
});
export type BatchView = Static<typeof BatchView>;

export const BatchList = Type.Object({ batches: Type.Array(BatchView) });
export type BatchList = Static<typeof BatchList>;

/** What can be done with what is listed; an action for as many as stand where it is offered. */
export const BatchOffer = Type.Object({
  actions: Type.Array(
    Type.Object({
      procedureId: Type.String(),
      procedureTitle: Type.String(),
      count: Type.Integer(),
      action: ActionView,
      /** What can be corrected, where the action asks for corrections. */
      places: Type.Array(Type.Object({ path: Type.String(), label: Type.String() })),
      /** What the table says for each: `reason`, `publicReason`, `points`, or `fields.` and the name of a question. */
      fromTable: Type.Array(Type.String()),
      /** Columns of a table for this action, with what may be written into them. */
      columns: Type.Array(Type.Object({ title: Type.String(), expected: Type.String() })),
    }),
  ),
  reasons: DeskApplicationView.properties.reasons,
  /** Who may be given some of them, with how many they have on their desk. */
  colleagues: ColleagueList.properties.colleagues,
});
export type BatchOffer = Static<typeof BatchOffer>;

export const BatchRowView = Type.Object({
  n: Type.Integer(),
  number: Type.String(),
  applicationId: Nullable(Type.String()),
  subject: Type.String(),
  applicantName: Type.String(),
  stageTitle: Type.String(),
  /** Where it would go to, or went, at an assignment. */
  assigneeName: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  /** Question and words of what this one is to correct, as the table says it. */
  points: Type.Array(Type.Object({ field: Type.String(), text: Type.String() })),
  /** What became of it, or what would. */
  code: Nullable(Type.String()),
  text: Nullable(text),
});
export type BatchRowView = Static<typeof BatchRowView>;

export const BatchRows = Type.Object({
  rows: Type.Array(BatchRowView),
  next: Nullable(Type.Integer()),
});
export type BatchRows = Static<typeof BatchRows>;

/** An action as `BatchOffer` tells of it. */
export const BatchTemplateQuery = Type.Object(
  { procedureId: Type.String({ maxLength: 64 }), action: Type.String({ maxLength: 63 }) },
  { additionalProperties: false },
);
export type BatchTemplateQuery = Static<typeof BatchTemplateQuery>;

export const BatchRowsQuery = Type.Object(
  {
    /** Lines after this one. */
    after: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })),
    /** `refused` leaves out what went well. */
    only: Type.Optional(Type.Literal('refused')),
  },
  { additionalProperties: false },
);
export type BatchRowsQuery = Static<typeof BatchRowsQuery>;

export const BatchLettersQuery = Type.Object(
  { after: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })) },
  { additionalProperties: false },
);
export type BatchLettersQuery = Static<typeof BatchLettersQuery>;

/** Why a letter is shown before others. */
const letterReasons = ['fault', 'blank', 'rare', 'highest', 'lowest', 'long-name', 'longest'] as const;

/** `next` is the `after` of the following page. */
export const BatchLetters = Type.Object({
  total: Type.Integer(),
  odd: Type.Integer(),
  letters: Type.Array(
    Type.Object({
      n: Type.Integer(),
      k: Type.Integer(),
      number: Type.String(),
      applicationId: Nullable(Type.String()),
      subject: Nullable(Type.String()),
      kind: Type.Union([Type.Literal('message'), Type.Literal('notice')]),
      title: Type.String(),
      /** Null where it cannot be written. */
      text: Nullable(Type.String()),
      reasons: Type.Array(Type.Union(letterReasons.map((reason) => Type.Literal(reason)))),
      rare: Type.String(),
    }),
  ),
  next: Nullable(Type.Integer()),
});
export type BatchLetters = Static<typeof BatchLetters>;
