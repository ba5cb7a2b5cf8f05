import { PassThrough, type Readable } from 'node:stream';
import yazl from 'yazl';

/** Of nothing, so that the same tables are the same bytes. */
const noTime = new Date(Date.UTC(1980, 0, 1));

export interface ZipEntry {
  readonly name: string;
  /** Of a file on the disk, or what it holds. */
  readonly path?: string;
  readonly text?: string;
}

/** A ZIP of files, read one after the other while it is taken. */
export function zipOf(entries: readonly ZipEntry[]): Readable {
  const zip = new yazl.ZipFile();
  const out = new PassThrough();
  zip.on('error', (error: Error) => out.destroy(error));
  for (const { name, path, text = '' } of entries) {
    const options = { mtime: noTime, mode: 0o100600, forceDosTimestamp: true };
    if (path === undefined) zip.addBuffer(Buffer.from(text, 'utf8'), name, options);
    else zip.addFile(path, name, options);
  }
  zip.end();
  zip.outputStream.on('error', (error: Error) => out.destroy(error)).pipe(out);
  return out;
}
