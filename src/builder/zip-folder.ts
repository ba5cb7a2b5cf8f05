import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ProcedureFiles } from '#engine';
import { folderLimits, isFolderPath } from '../procedures/folder-path.js';

export type ReadZip =
  | { readonly ok: true; readonly files: ProcedureFiles }
  | { readonly ok: false; readonly code: 'zip-unreadable' | 'draft-too-large'; readonly file: string };

/** Whoever makes a ZIP on a Mac or with an editor sends these along. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|\._[^/]*)$/;
const SYMLINK = 0o120000;
const TYPE_BITS = 0o170000;

/**
 * The folder in a ZIP, byte for byte; where everything lies in one folder, of what is inside of it. What a ZIP says of
 * its sizes is not believed: reading stops where there is too much, however small it is packed.
 */
export async function readZip(bytes: Buffer): Promise<ReadZip> {
  const files: Record<string, string> = {};
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
    if (zip.entryCount > folderLimits.files * 2) return { ok: false, code: 'draft-too-large', file: '' };
    let left: number = folderLimits.allBytes;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (name.endsWith('/') || LITTER.test(name)) continue;
      if (((entry.externalFileAttributes >>> 16) & TYPE_BITS) === SYMLINK || entry.isEncrypted())
        return unreadable(name);
      const text = await readEntry(zip, entry, Math.min(left, folderLimits.fileBytes));
      if (text === null) return { ok: false, code: 'draft-too-large', file: name.slice(0, 120) };
      left -= text.length;
      files[name] = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
    }
  } catch {
    // What is no ZIP, no UTF-8 or packed in a way that nobody uses: the reader says it in English and in detail.
    return unreadable('');
  }
  return insideOne(files);
}

/** Null: there is more of it than may be. */
async function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      stream.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `jitan-9/procedure.json` … as `procedure.json`. */
function insideOne(files: Readonly<Record<string, string>>): ReadZip {
  const names = Object.keys(files);
  const info = names.filter((name) => name === 'procedure.json' || name.endsWith('/procedure.json'));
  const [root] = info;
  if (root === undefined || info.length > 1) return unreadable('procedure.json');
  const prefix = root.slice(0, -'procedure.json'.length);
  const inside: Record<string, string> = {};
  for (const name of names) {
    const path = name.slice(prefix.length);
    if (!name.startsWith(prefix) || !isFolderPath(path)) return unreadable(name);
    inside[path] = files[name] ?? '';
  }
  return { ok: true, files: inside };
}

function unreadable(file: string): ReadZip {
  return { ok: false, code: 'zip-unreadable', file: file.slice(0, 120) || 'ZIP' };
}
