import { createHash } from 'node:crypto';
import type { ProcedureFiles } from '#engine';

/** SHA-256 (hex) of the files in the order of their paths: the same folder has the same hash on every machine. */
export function versionHash(files: ProcedureFiles): string {
  const ordered = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}

/**
 * What plans call a version: the hash without `migrations/`. A plan cannot name the hash of the folder it lies in, and
 * a version is the same whatever was planned for those who have an older one.
 */
export function contentHash(files: ProcedureFiles): string {
  return versionHash(
    Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('migrations/'))),
  );
}
