import type { Upload } from '../http/open-upload.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { shownFileName } from './file-name.js';
import { BrokenUpload, type FileStore, type IncomingFile, isStorageFull } from './file-store.js';
import { mediaTypeOf } from './media-type.js';

export interface ReceivedDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Where the file store keeps its content. */
  readonly sha256: string;
}

/**
 * A document or picture that somebody sends beside a form: a scan, a photograph, a paper with a message.
 *
 * @param open gives the upload, cut at so many bytes; null when there is none
 * @param record writes the row that refers to it, before anything could throw the content away
 */
export async function receiveDocument<T>(
  store: FileStore,
  maxBytes: number,
  open: (maxBytes: number) => Promise<Upload | null>,
  record: (document: ReceivedDocument) => Promise<T>,
): Promise<Outcome<T>> {
  const upload = await open(maxBytes);
  if (!upload) return refuse('request-invalid', { params: { field: 'file' } });
  let file: IncomingFile;
  try {
    file = await store.receive(upload.content);
  } catch (error) {
    if (isStorageFull(error)) return refuse('storage-full');
    if (error instanceof BrokenUpload) return refuse('request-unreadable');
    throw error;
  }
  try {
    if (upload.cut()) return refuse('too-large', { params: { max_mb: Math.floor(maxBytes / 100_000) / 10 } });
    if (file.bytes === 0) return refuse('request-invalid', { params: { field: 'file' } });
    const mediaType = mediaTypeOf(file.head);
    if (mediaType === null)
      return refuse('media-type-not-accepted', { params: { accepted: 'PDF・JPEG・PNG・HEIC・WebP' } });
    await file.keep();
    const { bytes, sha256 } = file;
    return done(await record({ name: shownFileName(upload.name), mediaType, bytes, sha256 }));
  } finally {
    await file.drop();
  }
}
