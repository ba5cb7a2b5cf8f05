import type { Expression } from '../expression/index.js';
import type { JsonSchema } from '../procedure/procedure.js';

/** workflow.json, compiled. */
export interface Workflow {
  readonly start: string;
  /** Effects of the arrival itself: the confirmation, the receipt. */
  readonly onArrival: readonly Effect[];
  readonly roles: ReadonlyMap<string, Role>;
  /** Who a route can hand an application to inside a role: the health centre of an area, a 班. */
  readonly teams: ReadonlyMap<string, { readonly title: string }>;
  readonly stages: ReadonlyMap<string, Stage>;
  /** Reason codes with a ready sentence, offered wherever a reason is asked. */
  readonly reasons: readonly { readonly code: string; readonly title: string; readonly text: string }[];
  /** What is read first, by the official who decides and, where public, by the applicant. */
  readonly highlights: readonly Highlight[];
  /** Who sees which answers at which stages; the first rule that fits counts. */
  readonly access: readonly FieldAccess[];
  /** What lists of applications show, sort by and find. */
  readonly lists: ListRules;
  /** Which answers a file is looked at for. */
  readonly proofs: readonly Proof[];
  /** Computed answers that officials may set to another value. */
  readonly overrides: readonly OverrideRule[];
  /** 照合: dotted paths of questions whose answers a second official keys in again when they arrive on paper. */
  readonly keyedTwice: readonly string[];
}

/** The columns that lists of this procedure may have, and lists that come with it. */
export interface ListRules {
  /** Dotted paths of questions outside of repeats. */
  readonly fields: readonly string[];
  /** Those that are shown until somebody chooses others. */
  readonly shown: readonly string[];
  readonly saved: readonly SavedList[];
}

/** A list that everybody who works on the procedure finds ready. */
export interface SavedList {
  readonly title: string;
  readonly stage: string;
  /** One of `fields`; null = by the due day. */
  readonly sort: string | null;
  readonly down: boolean;
  readonly columns: readonly string[];
}

/** A question for files, and what these prove: shown side by side to whoever reviews. */
export interface Proof {
  /** Dotted path of the question for files. */
  readonly file: string;
  /** Pages and questions, with all that stands in them. */
  readonly proves: readonly string[];
}

/** Who may set a computed answer to another value, at which stages and within which limits. */
export interface OverrideRule {
  /** Dotted path of a computed question outside of repeats. */
  readonly field: string;
  readonly stages: readonly string[];
  /** Empty = those of the stage. */
  readonly roles: readonly string[];
  /** Beside those of the question itself; null = none. */
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** `masked`: shown when asked for, which is recorded. `hidden`: that it was answered, and not what. */
export type Sight = 'plain' | 'masked' | 'hidden';

/** One line of the matrix stage × field. */
export interface FieldAccess {
  /** Pages and questions, with all that stands in them: `bank`, `applicant.rep_birth`. */
  readonly fields: readonly string[];
  /** Empty = in all. */
  readonly stages: readonly string[];
  /** Empty = for everybody. */
  readonly roles: readonly string[];
  readonly see: Sight;
}

export interface Role {
  readonly title: string;
  /** Checks and recommends, never decides: an outsourced reviewer. */
  readonly recommendOnly: boolean;
  /** A colleague may stand in while its holder is absent (代決・代理). */
  readonly substitutes: boolean;
  /** Gives the reason without which nobody asks for a second correction of the same answers. */
  readonly supervisor: boolean;
  /** Keys in what arrives on paper, and what paper answers a correction. */
  readonly receivesPaper: boolean;
  /** May take many applications out of the house at once, as a table. */
  readonly exports: boolean;
}

/** One line of an application in a nutshell: 支給予定額　1,176,000円. Not shown while its value is null. */
export interface Highlight {
  readonly title: string;
  readonly value: Expression;
  /** Shown to the applicant too. */
  readonly public: boolean;
  /** Shown only while true; null = always. */
  readonly when: Expression | null;
  /** Shown in these stages only; empty = in all. */
  readonly stages: readonly string[];
}

export type StageKind = 'check' | 'review' | 'approval' | 'correction' | 'inspection' | 'waiting' | 'final';

/**
 * What the applicant reads. `tone` chooses the colour: `waiting` = it is the applicant's turn.
 */
export interface PublicStatus {
  readonly label: string;
  readonly explanation: string;
  readonly tone: 'progress' | 'waiting' | 'done' | 'refused';
}

export interface Stage {
  readonly name: string;
  readonly kind: StageKind;
  readonly title: string;
  readonly publicStatus: PublicStatus;
  /** Who owns the stage and sees it in a queue; null for `check`, `correction` and `final`. */
  readonly role: string | null;
  readonly dueWorkingDays: number | null;
  /** The same in calendar days; a stage has one of the two or none. */
  readonly dueDays: number | null;
  /** Whose yes a decision needs (決裁), for `approval` stages; null = one yes of `role`. */
  readonly approvers: Approvers | null;
  /** What happens by itself as time goes by. */
  readonly timers: ReadonlyMap<string, Timer>;
  /** The processing clock stands still while the applicant corrects (行政手続法6条). */
  readonly clock: 'runs' | 'stops';
  /** What inspectors look at on the spot, in an `inspection` stage. */
  readonly checklist: readonly ChecklistItem[];
  /** Automatic checks of a `check` stage; every result is kept for the reviewer. */
  readonly checks: readonly StageCheck[];
  /** Where a `check` stage leads, first match wins; empty for other kinds. */
  readonly routes: readonly Route[];
  readonly actions: ReadonlyMap<string, Action>;
  /** How it ended, for `final` stages. */
  readonly outcome: 'approved' | 'refused' | 'dismissed' | 'withdrawn' | null;
  /** What is paid while an application waits here, for `waiting` stages; null = nothing. */
  readonly payment: Payment | null;
  /** May opinions of other offices be asked here (意見照会), and for how many working days at first? null = no. */
  readonly opinions: { readonly workingDays: number } | null;
}

/** A payment through a bank, and what follows from what the bank says of it. */
export interface Payment {
  /** In whole yen. */
  readonly amount: Expression;
  readonly payee: {
    /** Four digits. */
    readonly bank: Expression;
    /** Three digits. */
    readonly branch: Expression;
    /** 1 普通, 2 当座, 4 貯蓄, 9 その他. */
    readonly type: Expression;
    /** Seven digits. */
    readonly number: Expression;
    /** 口座名義 as the bank writes it. */
    readonly holder: Expression;
    /** Reading of whoever is to be paid, with which the holder is compared; null = nothing is. */
    readonly name: Expression | null;
  };
  /** The action that says it was paid, and its field for the day. */
  readonly paid: { readonly action: string; readonly date: string };
  /** The action that follows when it comes back, and the questions that are asked again. */
  readonly failed: { readonly action: string; readonly targets: readonly string[] };
}

export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
}

/** Whose yes it takes. Only with the last one needed does the approving action do what it says. */
export interface Approvers {
  /** `serial`: in the order of the steps; `parallel`: in any order. */
  readonly order: 'serial' | 'parallel';
  /** How many of the steps must say yes, of those that are needed; `serial` needs all. */
  readonly needed: number;
  readonly steps: readonly ApprovalStep[];
}

export interface ApprovalStep {
  readonly role: string;
  /** 係長, 課長: how the sheet of the decision names the step. */
  readonly title: string;
  /** Needed only while true; null = always. */
  readonly when: Expression | null;
}

/** Fires once in a stay, at midnight in Japan as its day begins. One without routes leaves the application where it is. */
export interface Timer {
  readonly name: string;
  readonly title: string;
  readonly on: TimerMoment;
  /** Fires only if true on its day; null = always. */
  readonly when: Expression | null;
  readonly effects: readonly Effect[];
  readonly routes: readonly Route[];
  /** Written in the file, because nobody is there to write it. */
  readonly reason: string | null;
  readonly publicReason: string | null;
}

/**
 * The day a timer fires: a number of days from when the stage began, from its due day or from the arrival (before it,
 * when negative), or the date an expression gives. No date: it does not fire.
 */
export type TimerMoment =
  | {
      readonly from: 'entered' | 'due' | 'arrived';
      readonly count: number;
      readonly days: 'working' | 'calendar';
    }
  | { readonly date: Expression };

export interface StageCheck {
  readonly id: string;
  readonly title: string;
  readonly expression: Expression;
  readonly message: string;
  readonly criterion: string | null;
}

/** The last route of a list leads to a stage and has no `when`. */
export type Route = StageRoute | TableRoute;

export interface StageRoute {
  readonly kind: 'stage';
  readonly when: Expression | null;
  /** A stage name, or `@origin`: the stage from which the correction was asked. */
  readonly to: string;
  /** Who has it from here on; null = as before. */
  readonly team: string | null;
}

/** Where the first row that fits leads; the next route, when none does. */
export interface TableRoute {
  readonly kind: 'table';
  readonly when: Expression | null;
  /** Name of the table: `routing` for tables/routing.csv. */
  readonly table: string;
  readonly match: readonly { readonly column: string; readonly value: Expression }[];
  readonly rows: readonly RoutingRow[];
}

export interface RoutingRow {
  /** In the order of `match`; null fits every value. */
  readonly cells: readonly (string | number | boolean | null)[];
  readonly to: string;
  readonly team: string | null;
  /** Its line in the file, from 1. */
  readonly line: number;
}

export interface Action {
  readonly name: string;
  readonly title: string;
  /** How the history tells it once it is done (「補正を提出しました」); null = by its title. */
  readonly pastTitle: string | null;
  readonly by: 'staff' | 'applicant';
  /** Staff roles that may take it; empty for the applicant's. */
  readonly roles: readonly string[];
  readonly tone: 'primary' | 'danger' | 'plain';
  /** Offered only while true; null = always. */
  readonly when: Expression | null;
  /** Four-eyes: refused to anyone who acted in one of these stages. */
  readonly notActorOf: readonly string[];
  readonly requires: {
    /** A reason for colleagues. */
    readonly reason: boolean;
    /** A reason in plain words for the applicant; every backward move and refusal has one. */
    readonly publicReason: boolean;
    /** Fewest characters of the public reason (理由の提示 must be more than a phrase). */
    readonly publicReasonMinLength: number;
    /** Fields to correct, each with a comment. */
    readonly targets: boolean;
    /** No opinion that was asked of another office is still out. */
    readonly opinions: boolean;
    /** Staff's own fields, kept as `staff.<action>.<field>`; null when none. Same keywords as the form, one flat object. */
    readonly fields: JsonSchema | null;
  };
  /** Records one approver's yes; routes and effects follow with the last yes needed. */
  readonly approves: boolean;
  /** Days it adds to the processing period, counted as its clock counts; null when none. */
  readonly extends: number | null;
  readonly routes: readonly Route[];
  readonly effects: readonly Effect[];
}

/** What follows from an action. Returned as data; the server carries it out in the same transaction as an outbox row. */
export type Effect =
  | { readonly kind: 'message'; readonly template: string }
  | { readonly kind: 'notice'; readonly template: string };
