import type { ProcedureFiles } from '#engine';
import { TYPES_FILE } from '../procedures/generate-types.js';

/** Types are made from the form when it is published: a draft needs none. */
export function withoutTypes(files: ProcedureFiles): ProcedureFiles {
  const { [TYPES_FILE]: _types, ...sources } = files;
  return sources;
}
