import type { Rename, Renames } from './change.js';
import type { Outcome } from './outcome.js';

/**
 * What becomes of drafts and applications of one version when the next is published. It is a file of the new version's
 * folder, `migrations/<n>.json`, and what is in the file is this, member for member.
 */
export interface Plan {
  /** Content hash of the version it leads from. */
  readonly from: string;
  /** Content hash of the version it leads to: of the folder it lies in, without `migrations/`. */
  readonly to: string;
  /** How answers and stages are carried over, all at once. */
  readonly steps: readonly PlanStep[];
  /** What happens to an item that no rule speaks of. */
  readonly default: Readonly<Record<'drafts' | 'applications', 'pin' | 'migrate'>>;
  /** For each thing that was found with an item the first rule that fits; of these the most cautious holds. */
  readonly rules: readonly PlanRule[];
}

/**
 * `pin`: keeps its version to the end. `ask-again`: moves, and the questions found are asked once more, in the draft or
 * by a correction. `migrate`: moves as it is.
 */
export const TREATMENTS = ['pin', 'ask-again', 'migrate'] as const;
export type Treatment = (typeof TREATMENTS)[number];

export interface PlanRule {
  readonly when: Outcome;
  /** For these only; left out: for both. */
  readonly of?: 'drafts' | 'applications';
  /** Only where it was found with this page, field or anything within; named as in the new version, or as in the old
   * one when it is gone. */
  readonly field?: string;
  /** Only in this stage of the old version. */
  readonly stage?: string;
  readonly do: Treatment;
}

/** Fields are paths as in `Field.path`: `store.tel`, `sales.rows[].amount`; pages and groups take what is in them along. */
export type PlanStep =
  | { readonly rename: Rename }
  | { readonly stage: Rename }
  /** The field as the new version names it; values not listed stay. */
  | {
      readonly map: {
        readonly field: string;
        readonly values: Readonly<Record<string, string | number | boolean>>;
      };
    }
  /** Says that the answer is given up. */
  | { readonly drop: string }
  /** The answer where there is none; as the new version names the field. */
  | { readonly default: { readonly field: string; readonly value: string | number | boolean } };

export function renamesOf(steps: readonly PlanStep[]): Renames {
  return {
    fields: steps.flatMap((step) => ('rename' in step ? [step.rename] : [])),
    stages: steps.flatMap((step) => ('stage' in step ? [step.stage] : [])),
  };
}

/** Where a field of the old version is in the new one, by the steps alone; by the same path where none speaks of it. */
export function pathAfter(path: string, steps: readonly PlanStep[]): string {
  const renames = renamesOf(steps).fields.filter(({ from }) => isWithin(path, from));
  const [closest] = [...renames].sort((a, b) => b.from.length - a.from.length);
  return closest ? `${closest.to}${path.slice(closest.from.length)}` : path;
}

export function stageAfter(stage: string, steps: readonly PlanStep[]): string {
  return renamesOf(steps).stages.find(({ from }) => from === stage)?.to ?? stage;
}

/** The path itself, or one inside of it. */
export function isWithin(path: string, container: string): boolean {
  return path === container || path.startsWith(`${container}.`) || path.startsWith(`${container}[]`);
}
