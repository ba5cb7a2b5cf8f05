import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProcedureFiles } from '#engine';

/**
 * Writes what differs between two states of a folder: changed and new files, and those that are gone are removed. A
 * file that stays the same is not touched, and what `readFolder` reads of a folder it writes back byte for byte.
 *
 * @returns paths of the files written or removed, in the order of `after`, the removed ones last
 */
export async function writeFolder(
  folder: string,
  before: ProcedureFiles,
  after: ProcedureFiles,
): Promise<readonly string[]> {
  const changed = Object.entries(after).filter(([file, text]) => before[file] !== text);
  const gone = Object.keys(before).filter((file) => !Object.hasOwn(after, file));
  for (const [file, text] of changed) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  // Last, so that whatever stops the work in between loses no file.
  for (const file of gone) await rm(join(folder, file));
  return [...changed.map(([file]) => file), ...gone];
}
