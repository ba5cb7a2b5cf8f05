import { type Operation, perform, type Problem, type ProcedureFiles } from '#engine';
import type { Unsent } from './workspace-state.js';

/** One after the other; none where one cannot be done. */
export function performAll(
  files: ProcedureFiles,
  operations: readonly Operation[],
):
  | { readonly ok: true; readonly files: ProcedureFiles }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  let now = files;
  for (const operation of operations) {
    const done = perform(now, operation);
    if (!done.ok) return done;
    now = done.files;
  }
  return { ok: true, files: now };
}

/** Unsent operations upon other files; null where one cannot be done, or is none. */
export function replay(files: ProcedureFiles, unsent: readonly Unsent[]): ProcedureFiles | null {
  const operations = unsent.map((one) => one.operations);
  if (operations.includes(null)) return null;
  const done = performAll(
    files,
    operations.flatMap((all) => all ?? []),
  );
  return done.ok ? done.files : null;
}
