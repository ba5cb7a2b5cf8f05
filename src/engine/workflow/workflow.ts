import type { Expression } from '../expression/index.js';
import type { IsoDate, IsoInstant, JsonSchema } from '../procedure/procedure.js';

/** workflow.json, compiled. */
export interface Workflow {
  readonly start: string;
  /** Effects of the arrival itself: the confirmation, the receipt. */
  readonly onArrival: readonly Effect[];
  readonly roles: ReadonlyMap<string, { readonly title: string }>;
  readonly stages: ReadonlyMap<string, Stage>;
  /** Reason codes with a ready sentence, offered wherever a reason is asked. */
  readonly reasons: readonly { readonly code: string; readonly title: string; readonly text: string }[];
  /** What is read first, by the official who decides and, where public, by the applicant. */
  readonly highlights: readonly Highlight[];
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
  /** The processing clock stands still while the applicant corrects (行政手続法6条). */
  readonly clock: 'runs' | 'stops';
  /** Automatic checks of a `check` stage; every result is kept for the reviewer. */
  readonly checks: readonly StageCheck[];
  /** Where a `check` stage leads, first match wins; empty for other kinds. */
  readonly routes: readonly Route[];
  readonly actions: ReadonlyMap<string, Action>;
  /** How it ended, for `final` stages. */
  readonly outcome: 'approved' | 'refused' | 'dismissed' | 'withdrawn' | null;
}

export interface StageCheck {
  readonly id: string;
  readonly title: string;
  readonly expression: Expression;
  readonly message: string;
  readonly criterion: string | null;
}

/** `to` is a stage name, or `@origin`: the stage from which the correction was asked. The last route has no `when`. */
export interface Route {
  readonly when: Expression | null;
  readonly to: string;
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
    /** Staff's own fields, kept as `staff.<action>.<field>`; null when none. Same keywords as the form, one flat object. */
    readonly fields: JsonSchema | null;
  };
  readonly routes: readonly Route[];
  readonly effects: readonly Effect[];
}

/** What follows from an action. Returned as data; the server carries it out in the same transaction as an outbox row. */
export type Effect =
  | { readonly kind: 'message'; readonly template: string }
  | { readonly kind: 'notice'; readonly template: string };

export interface Actor {
  readonly kind: 'staff' | 'applicant' | 'system';
  readonly id: string;
  readonly roles: readonly string[];
}

export interface CorrectionTarget {
  /** JSON Pointer into the answers: `/permit/valid_to`, `/documents/permit_copy`. */
  readonly path: string;
  readonly comment: string;
}

export interface Correction {
  readonly targets: readonly CorrectionTarget[];
  readonly note: string;
  readonly dueOn: IsoDate;
  readonly requestedAt: IsoInstant;
  /** Where the answer comes back to. */
  readonly origin: string;
}

export interface Hold {
  readonly reason: string;
  readonly ownerId: string;
  readonly reviewOn: IsoDate;
}

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  readonly message: string;
  readonly criterion: string | null;
}

/** Everything the engine must remember of an application under review. Plain JSON. */
export interface WorkflowState {
  readonly stage: string;
  readonly enteredAt: IsoInstant;
  /** Working day by which this stage should be left; null where none is set. */
  readonly dueOn: IsoDate | null;
  readonly hold: Hold | null;
  readonly correction: Correction | null;
  /** Stage → ids of staff who acted there. */
  readonly actors: Readonly<Record<string, readonly string[]>>;
  /** Action → staff fields as last given. */
  readonly staff: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly checks: readonly CheckResult[];
  /** How many corrections were asked since the last submission of the whole. */
  readonly correctionCount: number;
  readonly reason: string | null;
  readonly publicReason: string | null;
}

export interface Command {
  readonly action: string;
  readonly actor: Actor;
  readonly reason?: string;
  readonly publicReason?: string;
  readonly targets?: readonly CorrectionTarget[];
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** One line of the history. `from` is null on arrival. */
export interface HistoryEntry {
  readonly at: IsoInstant;
  readonly type: 'arrived' | 'action' | 'checked' | 'held' | 'released';
  readonly from: string | null;
  readonly to: string;
  readonly action: string | null;
  readonly actor: { readonly kind: Actor['kind']; readonly id: string };
  readonly reason: string | null;
  readonly publicReason: string | null;
}

export interface Advance {
  readonly ok: true;
  readonly state: WorkflowState;
  readonly effects: readonly Effect[];
  readonly history: readonly HistoryEntry[];
}

/** An expected "no". The state is unchanged. */
export interface Refusal {
  readonly ok: false;
  readonly code:
    | 'action-not-available'
    | 'role-missing'
    | 'four-eyes'
    | 'reason-required'
    | 'public-reason-required'
    | 'targets-required'
    | 'target-unknown'
    | 'fields-invalid'
    | 'on-hold'
    | 'already-final';
  readonly params: Readonly<Record<string, string | number>>;
}
