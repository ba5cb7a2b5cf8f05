import { Type, type Static } from '@sinclair/typebox';
import type { FormProgram } from '#engine';
import { AttachmentLimits } from './catalogue.dto.js';

const AcceptanceState = Type.Union([Type.Literal('before'), Type.Literal('open'), Type.Literal('closed')]);

export const ProcedureListItem = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  audience: Type.Array(Type.Union([Type.Literal('individual'), Type.Literal('business')])),
  category: Type.String(),
  department: Type.String(),
  /** Instants; the state is the server's at the time of the answer. */
  opensAt: Type.String(),
  closesAt: Type.String(),
  state: AcceptanceState,
  /** Nothing is accepted for the moment: what the office says meanwhile. */
  paused: Type.Union([Type.Object({ ja: Type.String(), en: Type.String() }), Type.Null()]),
  /** When its first version was published. */
  publishedAt: Type.String(),
  titleKana: Type.Union([Type.String(), Type.Null()]),
  searchWords: Type.Array(Type.String()),
  signIn: Type.Union([Type.Literal('none'), Type.Literal('account'), Type.Literal('signature')]),
  fee: Type.Union([Type.String(), Type.Null()]),
  /** There is a check of eligibility. */
  hasCheck: Type.Boolean(),
});
export type ProcedureListItem = Static<typeof ProcedureListItem>;

export const ProcedureList = Type.Object({ procedures: Type.Array(ProcedureListItem) });
export type ProcedureList = Static<typeof ProcedureList>;

export const ProcedureView = Type.Composite([
  ProcedureListItem,
  Type.Object({
    versionHash: Type.String(),
    /** The window was moved by the office after publication (extension); the published one is kept in the version. */
    windowExtended: Type.Boolean(),
    /** It opens again each year: month, day and minute in Japan (`04-01T09:00`). */
    everyYear: Type.Union([
      Type.Object({
        opens: Type.String(),
        closes: Type.String(),
        lastYear: Type.Union([Type.Integer(), Type.Null()]),
      }),
      Type.Null(),
    ]),
    standardProcessingDays: Type.Integer(),
    clock: Type.Object({
      days: Type.Union([Type.Literal('working'), Type.Literal('calendar')]),
      count: Type.Union([Type.Literal('exclusive'), Type.Literal('inclusive')]),
    }),
    /** Of what was decided in the last 90 days; null below five cases. */
    processingTime: Type.Union([
      Type.Object({ cases: Type.Integer(), mean: Type.Number(), most: Type.Integer() }),
      Type.Null(),
    ]),
    legalBasis: Type.Array(Type.Object({ title: Type.String(), article: Type.String() })),
    criteria: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), text: Type.String() })),
    contact: Type.Object({
      name: Type.String(),
      phone: Type.String(),
      mail: Type.String(),
      hours: Type.String(),
    }),
    paperAlternative: Type.Union([Type.String(), Type.Null()]),
    /** `#0017c1`, dark enough for white text; null = the colour of the site. */
    /** A saved site gives first values: which one it is for is asked before it begins. */
    asksSite: Type.Boolean(),
    themeColor: Type.Union([Type.String(), Type.Null()]),
    /** Its numbers are public: `/api/procedures/:id/statistics`. */
    hasStatistics: Type.Boolean(),
    pages: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
    documents: Type.Array(
      Type.Composite([
        AttachmentLimits,
        Type.Object({
          title: Type.String(),
          description: Type.Union([Type.String(), Type.Null()]),
          /** Title of the page that asks for it. */
          page: Type.String(),
          /** All of these, in words; empty when everybody is asked. */
          when: Type.Array(Type.String()),
          required: Type.Boolean(),
        }),
      ]),
    ),
    /** Titles of the questions whose answers may stand in one living application alone; null without such a rule. */
    oncePer: Type.Union([Type.Array(Type.String()), Type.Null()]),
    /** What answers are used for, each once. */
    purposes: Type.Array(Type.String()),
    retentionYears: Type.Integer(),
    faq: Type.Array(Type.Object({ question: Type.String(), answer: Type.String() })),
  }),
]);
export type ProcedureView = Static<typeof ProcedureView>;

/**
 * What a browser fills a form with: the program that `linkForm` takes, whether there are English words for it
 * (`FormEnglish`) and, per page, the address of a module that checks it, for programs that are not ours. Immutable.
 */
export const FormBundle = Type.Object({
  procedureId: Type.String(),
  versionHash: Type.String(),
  title: Type.String(),
  themeColor: Type.Union([Type.String(), Type.Null()]),
  program: Type.Unsafe<FormProgram>({ type: 'object' }),
  english: Type.Boolean(),
  validators: Type.Record(Type.String(), Type.String()),
});
export type FormBundle = Static<typeof FormBundle>;

/** The words of a form in English by its Japanese; empty when the procedure brings none. Immutable. */
export const FormEnglish = Type.Object({ words: Type.Record(Type.String(), Type.String()) });
export type FormEnglish = Static<typeof FormEnglish>;
