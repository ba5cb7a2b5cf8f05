import type { ProcedureFiles } from '#engine';
import { folderLimits, isFolderPath } from '../procedures/folder-path.js';

/** What is too much about a folder, or no path of one; null where nothing is. */
export function folderFault(
  files: ProcedureFiles,
): { readonly code: 'draft-path' | 'draft-too-large'; readonly file: string } | null {
  const entries = Object.entries(files);
  if (entries.length > folderLimits.files) return { code: 'draft-too-large', file: '' };
  let total = 0;
  for (const [file, text] of entries) {
    if (!isFolderPath(file)) return { code: 'draft-path', file: file.slice(0, 120) };
    const bytes = Buffer.byteLength(text);
    total += bytes;
    if (bytes > folderLimits.fileBytes || total > folderLimits.allBytes)
      return { code: 'draft-too-large', file };
  }
  return null;
}
