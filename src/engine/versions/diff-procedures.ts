import { type Change, IMPACTS, NO_RENAMES, type Renames, type Version } from './change.js';
import { type Differ, sideBySide, type SideBySide } from './comparison.js';
import { diffChecks } from './diff-checks.js';
import { diffFiles } from './diff-files.js';
import { diffForm } from './diff-form.js';
import { diffInfo } from './diff-info.js';
import { diffStages } from './diff-stages.js';
import { diffTables } from './diff-tables.js';
import { diffTemplates } from './diff-templates.js';
import { diffWorkflow } from './diff-workflow.js';

const DIFFERS: readonly Differ[] = [
  diffInfo,
  diffForm,
  diffChecks,
  diffTables,
  diffWorkflow,
  diffStages,
  diffTemplates,
  diffFiles,
];

/**
 * Every difference between two versions that matters to someone, the gravest first; within an impact in the order of
 * the files. It is found on what was compiled: a file laid out otherwise is no difference.
 */
export function diffProcedures(
  before: Version,
  after: Version,
  renames: Renames = NO_RENAMES,
): readonly Change[] {
  return changesBetween(sideBySide(before, after, renames));
}

export function changesBetween(sides: SideBySide): readonly Change[] {
  const changes = DIFFERS.flatMap((differ) => differ(sides));
  return IMPACTS.flatMap((impact) => changes.filter((change) => change.impact === impact));
}
