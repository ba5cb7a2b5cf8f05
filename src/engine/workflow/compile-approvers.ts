import { compileConditionAt, neverTrue } from './compile-at.js';
import type { StageContext } from './compile-stage.js';
import { ObjectReader } from './object-reader.js';
import type { ApprovalStep, Approvers } from './workflow.js';

/** Reads whose yes a decision needs; null where nothing is said of it. */
export function compileApprovers(stage: ObjectReader, context: StageContext): Approvers | null {
  if (!stage.has('approvers')) return null;
  const { value, path } = stage.at('approvers');
  const reader = new ObjectReader(value, path, context.problems, ['order', 'needed', 'steps']);
  const order = reader.requiredOneOf('order', ['serial', 'parallel'], 'serial');
  const steps = reader.list('steps').map((step) => compileStep(step.value, step.path, context));
  if (steps.length === 0) reader.missing('steps');
  if (steps.length > 0 && steps.every((step) => step.when !== null)) {
    reader.report(reader.at('steps').path, 'approvers-never-needed');
  }
  if (order === 'serial' && reader.has('needed')) {
    reader.report(reader.at('needed').path, 'needed-in-serial');
  }
  const needed = reader.wholeNumber('needed', 1, Math.max(1, steps.length)) ?? steps.length;
  return { order, needed, steps };
}

function compileStep(value: unknown, path: string, { scope, problems }: StageContext): ApprovalStep {
  const reader = new ObjectReader(value, path, problems, ['role', 'title', 'when']);
  const source = reader.optionalText('when');
  const when =
    source === null
      ? null
      : (compileConditionAt(reader.at('when').path, source, scope, problems) ?? neverTrue());
  return { role: reader.text('role'), title: reader.text('title'), when };
}
