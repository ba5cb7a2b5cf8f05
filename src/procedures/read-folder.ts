import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcedureFiles } from '#engine';

/** Folders of a procedure and the ending of what counts in them; anything else in the folder is not the procedure's. */
const FOLDERS: Readonly<Record<string, string>> = {
  tables: '.csv',
  messages: '.md',
  notices: '.md',
  examples: '.json',
};
const TOP_FILES = /\.(json|d\.ts)$/;

/** Reads a procedure folder as it is on disk: path with `/` → text, in the order of the names. */
export async function readFolder(folder: string): Promise<ProcedureFiles> {
  const files: Record<string, string> = {};
  for (const entry of await sortedEntries(folder)) {
    const ending = FOLDERS[entry.name];
    if (entry.isFile() && TOP_FILES.test(entry.name)) {
      files[entry.name] = await readFile(join(folder, entry.name), 'utf8');
    } else if (entry.isDirectory() && ending !== undefined) {
      for (const inner of await sortedEntries(join(folder, entry.name))) {
        if (!inner.isFile() || !inner.name.endsWith(ending)) continue;
        files[`${entry.name}/${inner.name}`] = await readFile(join(folder, entry.name, inner.name), 'utf8');
      }
    }
  }
  return files;
}

async function sortedEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
