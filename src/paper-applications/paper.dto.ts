import { Type, type Static } from '@sinclair/typebox';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { DraftView } from '../drafts/draft.dto.js';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const line = (maxLength: number) => Type.String({ maxLength });

export const Brought = Type.Union([Type.Literal('post'), Type.Literal('counter')]);
export type Brought = Static<typeof Brought>;

/** Whose paper it is: an account found by mail address and name, or somebody who gets letters. */
export const PaperApplicant = Type.Union([
  Type.Object(
    { kind: Type.Literal('account'), mail: line(254), name: line(200) },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('letters'),
      as: Type.Union([Type.Literal('individual'), Type.Literal('business')]),
      name: line(200),
      postal: line(8),
      address: line(300),
      phone: line(20),
    },
    { additionalProperties: false },
  ),
]);
export type PaperApplicant = Static<typeof PaperApplicant>;

export const BeginPaperRequest = Type.Object(
  {
    procedureId: Type.String({ minLength: 1, maxLength: 64 }),
    arrivedOn: Day,
    brought: Brought,
    applicant: PaperApplicant,
  },
  { additionalProperties: false },
);
export type BeginPaperRequest = Static<typeof BeginPaperRequest>;

export const PaperArrivalRequest = Type.Object(
  { arrivedOn: Day, brought: Brought },
  { additionalProperties: false },
);
export type PaperArrivalRequest = Static<typeof PaperArrivalRequest>;

/** Something that the paper could not bring, and why the case goes on without it. */
export const SetAside = Type.Object(
  {
    /** JSON Pointer into the answers. */
    path: Type.String({ minLength: 1, maxLength: 500 }),
    code: Type.String({ minLength: 1, maxLength: 40 }),
    reason: Type.String({ minLength: 1, maxLength: 300 }),
  },
  { additionalProperties: false },
);
export type SetAside = Static<typeof SetAside>;

export const SubmitPaperRequest = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    answers: Type.Record(Type.String(), Type.Unknown()),
    setAside: Type.Array(SetAside, { maxItems: 100 }),
  },
  { additionalProperties: false },
);
export type SubmitPaperRequest = Static<typeof SubmitPaperRequest>;

export const PaperDraftItem = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('application'), Type.Literal('correction')]),
  procedureTitle: Type.String(),
  applicantName: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  arrivedOn: Type.String(),
  brought: Brought,
  savedAt: Type.String(),
  begunBy: Type.String(),
  /** How far the second entry is; null where none was asked for. */
  check: Type.Union([Type.Literal('waiting'), Type.Literal('differs'), Type.Literal('settled'), Type.Null()]),
  /** It waits for a second entry, and the asker has not seen the first. */
  mayType: Type.Boolean(),
});

/** What the official may key in, and what is begun already, by whomever. */
export const PaperDesk = Type.Object({
  procedures: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  drafts: Type.Array(PaperDraftItem),
  /** Letters that wait to leave the house. */
  letters: Type.Integer(),
});
export type PaperDesk = Static<typeof PaperDesk>;

export const PaperDraftView = Type.Object({
  draft: DraftView,
  arrivedOn: Type.String(),
  brought: Brought,
  applicantName: Type.String(),
  /** Mail address of the account that it is kept with; null for who gets letters. */
  mail: Type.Union([Type.String(), Type.Null()]),
  scans: Type.Array(DeskFileView),
  setAside: Type.Array(SetAside),
  /** Some of it is keyed in by a second official, too, before it can be submitted. */
  keyedTwice: Type.Boolean(),
  now: Type.String(),
});
export type PaperDraftView = Static<typeof PaperDraftView>;

export const BegunPaper = Type.Object({ id: Type.String() });
export type BegunPaper = Static<typeof BegunPaper>;

/** Each time that something about an application arrived on paper. */
export const PaperTrail = Type.Object({
  /** Null for an application that did not arrive on paper. */
  paper: Type.Union([
    Type.Null(),
    Type.Object({
      byPost: Type.Boolean(),
      mayReceive: Type.Boolean(),
      /** A correction is asked and can be keyed in. */
      correctionAsked: Type.Boolean(),
      mayWithdraw: Type.Boolean(),
      arrivals: Type.Array(
        Type.Object({
          n: Type.Integer(),
          arrivedOn: Type.String(),
          brought: Brought,
          keyedBy: Type.String(),
          keyedAt: Type.String(),
          scans: Type.Array(DeskFileView),
          setAside: Type.Array(Type.Object({ label: Type.String(), reason: Type.String() })),
          /** Who keyed it in a second time, and in how many answers the two differed; null where nobody did. */
          checked: Type.Union([Type.Null(), Type.Object({ by: Type.String(), differed: Type.Integer() })]),
        }),
      ),
      letters: Type.Array(
        Type.Object({
          noticeId: Type.String(),
          title: Type.String(),
          way: Type.Union([Type.Literal('post'), Type.Literal('counter'), Type.Literal('none'), Type.Null()]),
          handedOn: Type.Union([Type.String(), Type.Null()]),
          by: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
  ]),
});
export type PaperTrail = Static<typeof PaperTrail>;

export const PaperWithdrawalRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);
export type PaperWithdrawalRequest = Static<typeof PaperWithdrawalRequest>;

export const LetterWay = Type.Union([Type.Literal('post'), Type.Literal('counter'), Type.Literal('none')]);
export type LetterWay = Static<typeof LetterWay>;

export const LetterList = Type.Object({
  letters: Type.Array(
    Type.Object({
      noticeId: Type.String(),
      applicationId: Type.String(),
      number: Type.String(),
      procedureTitle: Type.String(),
      title: Type.String(),
      addressee: Type.String(),
      postal: Type.String(),
      address: Type.String(),
      createdAt: Type.String(),
      /** Why it is sent although it can be read in the portal; null for those without an account. */
      why: Type.Union([
        Type.Literal('asked'),
        Type.Literal('bounced'),
        Type.Literal('unopened'),
        Type.Null(),
      ]),
      /** Null while it waits. */
      way: Type.Union([LetterWay, Type.Null()]),
      handedOn: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  today: Type.String(),
});
export type LetterList = Static<typeof LetterList>;

export const LettersQuery = Type.Object(
  { show: Type.Optional(Type.Union([Type.Literal('waiting'), Type.Literal('gone')])) },
  { additionalProperties: false },
);

export const HandOutLettersRequest = Type.Object(
  {
    notices: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), { minItems: 1, maxItems: 200 }),
    way: LetterWay,
    handedOn: Day,
  },
  { additionalProperties: false },
);
export type HandOutLettersRequest = Static<typeof HandOutLettersRequest>;
