import type { Expression } from '../expression/index.js';
import type { IsoInstant, Option } from '../procedure/procedure.js';

export type EligibilityKind = 'yes-no' | 'choice' | 'date' | 'number';

/** One question of the check. None of them is personal: answers travel in an address that people pass on. */
export interface EligibilityQuestion {
  readonly id: string;
  readonly title: string;
  readonly help: string | null;
  readonly kind: EligibilityKind;
  /** Of a choice. */
  readonly options: readonly Option[] | null;
  /** What a number counts. */
  readonly unit: string | null;
  /** Over the questions before it; asked only then. */
  readonly askWhen: Expression | null;
}

/** Why somebody would probably not get what they apply for. */
export interface EligibilityReason {
  readonly id: string;
  readonly when: Expression;
  readonly text: string;
  /** Id of a criterion of procedure.json. */
  readonly criterion: string | null;
  /** What they may do instead; `procedure` is the id of another procedure. */
  readonly instead: { readonly text: string; readonly procedure: string | null } | null;
}

/** What somebody must bring or do, depending on the answers. */
export interface EligibilityNeed {
  readonly id: string;
  /** Null: everybody. */
  readonly when: Expression | null;
  readonly text: string;
}

export interface EligibilityExample {
  readonly title: string;
  readonly now: IsoInstant;
  readonly answers: EligibilityAnswers;
  readonly expect: {
    readonly verdict: EligibilityVerdict;
    readonly reasons: readonly string[];
    readonly needs: readonly string[] | null;
  };
}

/** eligibility.json: a check that anybody may make before applying. It never keeps anybody from applying. */
export interface Eligibility {
  readonly lead: string | null;
  readonly questions: readonly EligibilityQuestion[];
  readonly reasons: readonly EligibilityReason[];
  readonly needs: readonly EligibilityNeed[];
  readonly examples: readonly EligibilityExample[];
}

/** By the id of the question: yes or no, the value of a choice, a civil date, a number. */
export type EligibilityAnswers = Readonly<Record<string, string | number | boolean>>;

/** `open`: nothing speaks against it so far, but not everything is answered. */
export type EligibilityVerdict = 'open' | 'likely' | 'unlikely';
