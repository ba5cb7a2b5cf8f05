import { reachableFrom, waysOf } from './stage-graph.js';
import { staffFieldsOf } from './staff-fields.js';
import type { Action, Workflow } from './workflow.js';

/** Where a staff field is read: in a stage, and where an action has just been taken, with what it brought. */
export interface StaffReader {
  readonly stage: string;
  readonly action: Action | null;
}

/**
 * Is the field always there for these readers? It is when the action just taken requires it, or when every way to the
 * stage goes through an action that does.
 */
export function staffFieldIsThere(
  workflow: Workflow,
  readers: readonly StaffReader[],
  action: string,
  field: string,
): boolean {
  const requires = (candidate: Action | null) =>
    candidate?.name === action &&
    candidate.requires.fields !== null &&
    staffFieldsOf(candidate.requires.fields).some((found) => found.name === field && found.required);
  const ways = waysOf(workflow.stages).filter((way) => !requires(way.action));
  const around = reachableFrom([workflow.start], ways);
  return (
    readers.length > 0 && readers.every((reader) => requires(reader.action) || !around.has(reader.stage))
  );
}
