import { createHash } from 'node:crypto';
import type { ProcedureFiles } from '#engine';

/** SHA-256 (hex) of the files in the order of their paths: the same folder has the same hash on every machine. */
export function versionHash(files: ProcedureFiles): string {
  const ordered = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}
