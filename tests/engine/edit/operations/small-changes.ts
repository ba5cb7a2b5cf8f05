import type { Operation } from '../../../../src/engine/edit/operations/operation.js';
import { perform } from '../../../../src/engine/edit/operations/perform.js';
import type { ProcedureFiles } from '../../../../src/engine/procedure/procedure.js';
import { smallFolder } from '../small-folder.js';

export function after(operation: Operation, files: ProcedureFiles = smallFolder): ProcedureFiles {
  const result = perform(files, operation);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.files;
}

/** Lines that went and lines that came, as `file - line` and `file + line`, without white space at their ends. */
export function changes(operation: Operation): readonly string[] {
  const now = after(operation);
  return [...new Set([...Object.keys(smallFolder), ...Object.keys(now)])].flatMap((file) => {
    const [old, fresh] = [smallFolder[file], now[file]].map((text) => text?.split('\n') ?? []);
    const gone = old?.filter((line) => !fresh?.includes(line)) ?? [];
    const come = fresh?.filter((line) => !old?.includes(line)) ?? [];
    return [
      ...gone.map((line) => `${file} - ${line.trim()}`),
      ...come.map((line) => `${file} + ${line.trim()}`),
    ];
  });
}

export const refusal = (operation: Operation) => {
  const result = perform(smallFolder, operation);
  return result.ok ? 'done' : result.problems.map(({ path, code }) => `${path} ${code}`).join('; ');
};

export type Table = readonly (readonly [title: string, operation: Operation, changes: readonly string[]])[];
