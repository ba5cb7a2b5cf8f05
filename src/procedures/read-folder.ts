import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem, type ProcedureFiles } from '#engine';
import { errorCode } from './error-code.js';
import { FOLDERS, TOP_FILES } from './folder-path.js';

/** The folder is not there, is none, or a file of it is no text. `problems` name each, with the cure. */
export class UnreadableFolder extends Error {
  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${folder}: ${problems.map(({ path, code }) => `${path} ${code}`.trim()).join(', ')}`);
  }
}

/**
 * Reads a procedure folder as it is on disk: path with `/` → text, in the order of the names.
 *
 * @throws UnreadableFolder with every file that cannot be read
 */
export async function readFolder(folder: string): Promise<ProcedureFiles> {
  await mustBeFolder(folder);
  const files: Record<string, string> = {};
  const problems: Problem[] = [];
  const take = async (path: string) => {
    const text = await readText(join(folder, path));
    if (text.ok) files[path] = text.text;
    else problems.push(problem(path, text.code));
  };
  for (const entry of await sortedEntries(folder)) {
    const ending = FOLDERS[entry.name];
    if (entry.isFile() && TOP_FILES.test(entry.name)) {
      await take(entry.name);
    } else if (entry.isDirectory() && ending !== undefined) {
      for (const inner of await sortedEntries(join(folder, entry.name))) {
        if (inner.isFile() && inner.name.endsWith(ending)) await take(`${entry.name}/${inner.name}`);
      }
    }
  }
  if (problems.length === 0 && Object.keys(files).length === 0) problems.push(problem('.', 'folder-empty'));
  if (problems.length > 0) throw new UnreadableFolder(folder, problems);
  return files;
}

async function mustBeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!found) throw new UnreadableFolder(folder, [problem('.', 'folder-missing')]);
  if (!found.isDirectory()) throw new UnreadableFolder(folder, [problem('.', 'not-a-folder')]);
}

type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: string };

/** The text with every byte kept: a byte order mark stays, and bytes that are no UTF-8 are refused, not replaced. */
async function readText(path: string): Promise<Text> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { ok: false, code: 'file-unreadable' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, code: isShiftJis(bytes) ? 'file-shift-jis' : 'file-not-utf8' };
  }
}

function isShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
}

async function sortedEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
