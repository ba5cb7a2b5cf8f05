import type { IsoDate, IsoInstant } from '../procedure/procedure.js';
import type { Effect } from './workflow.js';

/** A value that an official set in place of a computed one; kept when it no longer counts. */
export interface Override {
  readonly field: string;
  readonly value: unknown;
  /** What was computed from the answers of then. */
  readonly computed: unknown;
  readonly reason: string;
  /** What the applicant reads; empty where the value is shown to no applicant. */
  readonly publicReason: string;
  readonly by: string;
  readonly onBehalfOf: string | null;
  readonly at: IsoInstant;
  /** Null while it counts. */
  readonly ended: {
    readonly at: IsoInstant;
    readonly because: 'replaced' | 'taken-back' | 'answers-changed';
  } | null;
}

export interface Actor {
  readonly kind: 'staff' | 'applicant' | 'system';
  readonly id: string;
  readonly roles: readonly string[];
  /** Roles lent by absent colleagues, whose ids these are. Own roles are used before lent ones. */
  readonly standsInFor?: readonly { readonly role: string; readonly personId: string }[];
}

export interface CorrectionTarget {
  /** JSON Pointer into the answers: `/permit/valid_to`, `/sales/rows/@k3f9/amount` (a row by its id). */
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

/** One approver's yes. */
export interface Approval {
  /** Place of the step among the stage's approvers. */
  readonly step: number;
  readonly by: string;
  /** Id of the absent colleague whose role was used; null when it was the approver's own. */
  readonly onBehalfOf: string | null;
  readonly at: IsoInstant;
}

/** Everything the engine must remember of an application under review. Plain JSON. */
export interface WorkflowState {
  readonly stage: string;
  readonly enteredAt: IsoInstant;
  /** Day by which this stage should be left; null where none is set. */
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
  /** Each yes since the decision stage was entered, in order. */
  readonly approvals: readonly Approval[];
  /** Set by a route, kept until another sets it anew. */
  readonly team: string | null;
  /** Timers that fired in this stay. */
  readonly timersFired: readonly string[];
  /** Days that extensions added to the processing period. */
  readonly extendedDays: number;
  /** Values set by officials, oldest first; left out where none ever was. */
  readonly overrides?: readonly Override[];
}

export interface Command {
  readonly action: string;
  readonly actor: Actor;
  readonly reason?: string;
  readonly publicReason?: string;
  readonly targets?: readonly CorrectionTarget[];
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * One line of the history. `from` is null on arrival. An `approved` line is a yes that others must follow: nothing is
 * decided yet, and it is not for the applicant to read. The last yes is an `action`.
 */
export interface HistoryEntry {
  readonly at: IsoInstant;
  readonly type:
    | 'arrived'
    | 'action'
    | 'approved'
    | 'checked'
    | 'held'
    | 'released'
    | 'timer'
    | 'overridden'
    | 'override-ended'
    | 'payment-returned';
  readonly from: string | null;
  readonly to: string;
  /** Name of the action; of the timer in a `timer` line; path of the question in a line about an override. */
  readonly action: string | null;
  readonly actor: { readonly kind: Actor['kind']; readonly id: string };
  /** The role under which staff acted; null for applicant and system. */
  readonly role: string | null;
  /** Id of the absent colleague who lent the role; null when it was the actor's own. */
  readonly onBehalfOf: string | null;
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
    | 'already-final'
    | 'not-your-turn'
    | 'approved-already'
    | 'own-override'
    | 'opinions-out'
    | 'override-unchanged'
    | 'timer-unknown'
    | 'timer-not-due';
  readonly params: Readonly<Record<string, string | number>>;
}
