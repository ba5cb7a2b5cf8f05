import type { PageValidators } from '../answers/answers.js';
import { type Change, NO_RENAMES, type Version } from './change.js';
import { sideBySide, type SideBySide } from './comparison.js';
import { changesBetween } from './diff-procedures.js';
import { type PlanStep, renamesOf } from './plan.js';
import { proposeSteps } from './propose-steps.js';

/** A version that stored answers can be tried on. */
export interface RunnableVersion extends Version {
  /** Content hash: of the files without `migrations/`. */
  readonly hash: string;
  readonly validators: PageValidators;
}

/** Two versions, what is different, and how answers go from one to the other. Made once, for any number of items. */
export interface VersionComparison {
  readonly before: RunnableVersion;
  readonly after: RunnableVersion;
  readonly sides: SideBySide;
  readonly changes: readonly Change[];
  readonly steps: readonly PlanStep[];
}

/**
 * @param steps of a plan; left out: what was recognised as renamed or moved is carried over, as a proposed plan would
 */
export function compareVersions(
  before: RunnableVersion,
  after: RunnableVersion,
  steps?: readonly PlanStep[],
): VersionComparison {
  const sides = sideBySide(before, after, steps ? renamesOf(steps) : NO_RENAMES);
  return { before, after, sides, changes: changesBetween(sides), steps: steps ?? proposeSteps(sides) };
}
