import type { Plan } from '../answers/plan.js';
import type { Eligibility } from '../eligibility/eligibility.js';
import type { Expression, Scope } from '../expression/index.js';
import type { Template } from '../notice/template.js';
import type { Workflow } from '../workflow/workflow.js';

/** Path in the procedure folder → text. The folder, the published row, the export and the compiler's input alike. */
export type ProcedureFiles = Readonly<Record<string, string>>;

/** A JSON Schema object as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** ISO 8601 civil date in Japan, `2021-10-01`. */
export type IsoDate = string;
/** ISO 8601 instant with offset or Z. */
export type IsoInstant = string;

export type Audience = 'individual' | 'business';

/** How the law sees the decision. It chooses the wording of notices and whether remedies are printed (行政不服審査法82条). */
export type LegalNature = 'disposition' | 'contract_grant' | 'notification' | 'voluntary' | 'service';

/** Opened and closed by the same days each year. Month, day and minute in Japan: `04-01T09:00`. */
export interface EveryYear {
  readonly opens: string;
  /** The last minute that counts; before `opens` in the calendar it lies in the year after. */
  readonly closes: string;
  /** In which it opens for the first time, and for the last; null: year after year. */
  readonly firstYear: number;
  readonly lastYear: number | null;
}

export interface AcceptanceWindow {
  /** Of one that comes every year: as in its first year, until `windowAt` says how it stands. */
  readonly opensAt: IsoInstant;
  /** The last instant that still counts, inclusive to the second. */
  readonly closesAt: IsoInstant;
  /** For so many minutes after it, what was begun before may still be submitted; 0 = not a second longer. */
  readonly graceMinutes: number;
  readonly everyYear: EveryYear | null;
}

export interface ReviewCriterion {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** よくあるご質問 about one procedure. */
export interface FrequentQuestion {
  readonly question: string;
  readonly answer: string;
}

/** How days of the processing period are counted: which ones, and whether the day of arrival is the first (初日算入). */
export interface ClockRule {
  readonly days: 'working' | 'calendar';
  readonly count: 'exclusive' | 'inclusive';
}

/** procedure.json */
export interface ProcedureInfo {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: 'application' | 'notification';
  readonly audience: readonly Audience[];
  readonly category: string;
  readonly department: string;
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly mail: string;
    readonly hours: string;
  };
  readonly legalNature: LegalNature;
  readonly legalBasis: readonly { readonly title: string; readonly article: string }[];
  readonly criteria: readonly ReviewCriterion[];
  readonly acceptanceWindow: AcceptanceWindow;
  /** 標準処理期間 in days as `clock` counts them; 補正 time is not counted (行政手続法6条). */
  readonly standardProcessingDays: number;
  readonly clock: ClockRule;
  /** FEEL giving a text; one living application per text. `message` tells the second applicant. */
  readonly oncePer: { readonly key: Expression; readonly message: string } | null;
  readonly numbering: { readonly prefix: string; readonly documentSymbol: string };
  readonly retentionYears: number;
  readonly signIn: 'none' | 'account' | 'signature';
  /** May an applicant let an agent act for them (委任)? */
  readonly delegation: boolean;
  /** Does the portal show how many applied, and how many were decided? */
  readonly statistics: boolean;
  readonly fee: string | null;
  /** FEEL giving the short line by which staff and applicant recognise the application (a store's name, say). */
  readonly subject: Expression;
  readonly paperAlternative: string | null;
  /** The procedure's own colour, `#0017c1`, dark enough for white text; null = the portal's. */
  readonly themeColor: string | null;
  /** How the title is read, in kana: by it people who cannot write the title find it. */
  readonly titleKana: string | null;
  /** Everyday words by which people look for it. */
  readonly searchWords: readonly string[];
  readonly faq: readonly FrequentQuestion[];
}

export interface Option {
  readonly value: string | number;
  readonly title: string;
}

export interface AttachmentRule {
  /** Media types, for instance `image/jpeg`, `application/pdf`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxCount: number;
  readonly example: string | null;
  /** A new application may take over the files of a former one. */
  readonly reuse: boolean;
  /** Pictures are wanted as the camera made them: browsers do not make them smaller. */
  readonly original: boolean;
}

/** What has become of an application, as a question that refers to it may ask for it. */
export type ApplicationStatus = 'open' | 'approved' | 'refused' | 'dismissed' | 'withdrawn';

/** The answer is the number of an application: one of the applicant's own, to be picked, or one typed by hand. */
export interface ApplicationRule {
  /** Ids of the procedures that it may be of. */
  readonly procedures: readonly string[];
  readonly statuses: readonly ApplicationStatus[];
  /** A number may be typed that is none of the applicant's here: on paper, by somebody else, in another system. */
  readonly elsewhere: boolean;
}

/** What an answer takes over from the application that another question refers to. */
export interface ApplicationFact {
  /** Path of the question with the number. */
  readonly question: string;
  /** `submitted_on`, `status` …, or an answer of that application: `answers.store.name`. */
  readonly fact: string;
}

export type FieldKind =
  'text' | 'number' | 'integer' | 'boolean' | 'choice' | 'choices' | 'date' | 'attachment' | 'rows' | 'group';

/** One question, or a group (object) or repeat (rows) of questions. */
export interface Field {
  readonly name: string;
  /** Dotted from the root; `[]` marks a repeat: `store.city`, `sales.rows[].amount`. Unique. */
  readonly path: string;
  readonly title: string;
  readonly description: string | null;
  readonly kind: FieldKind;
  /** JSON Schema format, ours included (`kana`, `postal-jp` …). */
  readonly format: string | null;
  /** What a number counts (`円`, `日`), printed after it; null for everything else. */
  readonly unit: string | null;
  /** Must be answered when asked. */
  readonly required: boolean;
  /** A box that must be ticked (`const: true`); it never arrives ticked. */
  readonly consent: boolean;
  readonly askWhen: Expression | null;
  readonly compute: Expression | null;
  /** Dotted source: `profile.name`, `previous.store.name`, `site.name`. */
  readonly prefill: string | null;
  /** The first value of a new draft; undefined when there is none. */
  readonly default: unknown;
  readonly attachment: AttachmentRule | null;
  readonly application: ApplicationRule | null;
  /** Nobody types it: the server knows it. Null for everything else. */
  readonly fromApplication: ApplicationFact | null;
  readonly options: readonly Option[] | null;
  readonly sensitive: boolean;
  readonly purpose: string | null;
  readonly retentionYears: number | null;
  /** Answers as they could be, shown beside the question. */
  readonly examples: readonly unknown[];
  /** Children of `group` and `rows`; empty otherwise. */
  readonly fields: readonly Field[];
  /** What Ajv sees for this field: known keywords only, no `required`. */
  readonly schema: JsonSchema;
}

export interface Page {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /** Why we ask, for every question of the page that does not say it itself. */
  readonly purpose: string | null;
  readonly askWhen: Expression | null;
  readonly fields: readonly Field[];
  /** What Ajv sees for the page: closed (`additionalProperties: false`), no `required` at any depth. */
  readonly schema: JsonSchema;
  /** rjsf uiSchema of the page. */
  readonly ui: Readonly<Record<string, unknown>>;
}

export interface Check {
  readonly id: string;
  /** Must be true. Null (something it needs is unanswered) is not a failure. */
  readonly expression: Expression;
  readonly message: string;
  readonly level: 'error' | 'warning';
  readonly criterion: string | null;
  /** JSON Pointer-like field path that the message stands beside (`permit.valid_to`, `sales.rows[].amount`). */
  readonly target: string;
  /** Dotted path of the repeat when the check runs once per row (`row` is in scope); null otherwise. */
  readonly perRow: string | null;
}

export type TableRow = Readonly<Record<string, string | number | boolean | null>>;
export type Tables = Readonly<Record<string, readonly TableRow[]>>;

/** What the browser needs to show, compute and check the form: no workflow, no notices. */
export interface Form {
  readonly id: string;
  readonly pages: readonly Page[];
  /** All fields by `path`, groups and repeats included. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly checks: readonly Check[];
  readonly tables: Tables;
  /** Root names and their types for every expression over the answers. */
  readonly scope: Scope;
  /** How answers are evaluated; for `evaluateAnswers` alone. */
  readonly plan: Plan;
}

/** A procedure that compiled: frozen, and nothing in it can surprise at run time. */
export interface Procedure {
  readonly info: ProcedureInfo;
  readonly form: Form;
  readonly workflow: Workflow;
  /** By file name without folder and ending: `grant-decision`. */
  readonly messages: ReadonlyMap<string, Template>;
  readonly notices: ReadonlyMap<string, Template>;
  /** Null where the folder has no check of eligibility. */
  readonly eligibility: Eligibility | null;
}
