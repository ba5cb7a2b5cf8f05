import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';

export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** A file on its way in: written and measured, not yet part of the store. */
export interface IncomingFile extends StoredFile {
  /** The first bytes, by which its kind is told. */
  readonly head: Buffer;
  /** Makes it part of the store, safe against power loss. Only then may a row refer to it. */
  keep(): Promise<void>;
  drop(): Promise<void>;
  /** Its whole content, in memory. */
  read(): Promise<Buffer>;
}

const headBytes = 64;

/**
 * Files by the hash of their content: written beside, synced, renamed. A name in the store therefore always leads to
 * whole content, and no name comes from outside.
 */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.dataDir, 'files');
  }

  /** Writes a stream to a temporary file. The caller says `keep` or `drop`. @throws BrokenUpload */
  async receive(source: Readable): Promise<IncomingFile> {
    const incoming = join(this.root, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const path = join(incoming, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    let head = Buffer.alloc(0);
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        hash.update(chunk);
        bytes += chunk.length;
        if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
        next(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      // Failures of our own disk name the system call; whatever else ends the pipe came with the stream.
      throw isSystemError(error) ? error : new BrokenUpload();
    }
    const sha256 = hash.digest('hex');
    return {
      sha256,
      bytes,
      head,
      keep: () => this.keep(path, sha256),
      drop: () => rm(path, { force: true }),
      read: () => readFile(path),
    };
  }

  /** Stores content that is already in memory, such as a PDF just made. */
  async put(content: Uint8Array): Promise<StoredFile> {
    const file = await this.receive(Readable.from([Buffer.from(content)]));
    await file.keep();
    return { sha256: file.sha256, bytes: file.bytes };
  }

  open(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256));
  }

  /** Content that is small enough to be held in memory. */
  read(sha256: string): Promise<Buffer> {
    return readFile(this.pathOf(sha256));
  }

  async has(sha256: string): Promise<boolean> {
    return (await stat(this.pathOf(sha256)).catch(() => null)) !== null;
  }

  /**
   * Adds to a file that comes in pieces; on the disk when this returns.
   *
   * @param offset where the piece begins: as many bytes as came before
   * @returns false when what came before is not there
   */
  async writePart(id: string, offset: number, piece: Buffer): Promise<boolean> {
    const path = this.partOf(id);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const handle = await open(path, offset === 0 ? 'w' : 'r+', 0o600).catch(ignoreMissing);
    if (!handle) return false;
    try {
      const { size } = await handle.stat();
      if (size < offset) return false;
      await handle.write(piece, 0, piece.length, offset);
      await handle.datasync();
      return true;
    } finally {
      await handle.close();
    }
  }

  /** What has come of a file in pieces; null unless it is just so long. */
  async openPart(id: string, bytes: number): Promise<ReadStream | null> {
    const path = this.partOf(id);
    const found = await stat(path).catch(ignoreMissing);
    // A crash may leave the end of a piece that no row has confirmed.
    return found && found.size >= bytes ? createReadStream(path, { end: bytes - 1 }) : null;
  }

  async dropPart(id: string): Promise<void> {
    await rm(this.partOf(id), { force: true });
  }

  async dropPartsOlderThan(age: number): Promise<void> {
    const folder = join(this.root, 'parts');
    for (const name of (await readdir(folder).catch(ignoreMissing)) ?? []) {
      const found = await stat(join(folder, name)).catch(ignoreMissing);
      if (found && found.mtimeMs <= Date.now() - age) await rm(join(folder, name), { force: true });
    }
  }

  /**
   * Deletes content that no row names. It is put aside before it is looked at: content that somebody keeps from then on
   * is a new file, and one that was kept just before is told by its time and put back.
   *
   * @param age milliseconds that it must have lain here
   * @param isNamed whether a row refers to it
   */
  async remove(sha256: string, age: number, isNamed: () => Promise<boolean>): Promise<boolean> {
    const path = this.pathOf(sha256);
    if ((await stat(path).catch(ignoreMissing)) === null || (await isNamed())) return false;
    const aside = join(this.root, 'incoming', randomUUID());
    await mkdir(join(aside, '..'), { recursive: true, mode: 0o700 });
    if ((await rename(path, aside).then(() => true, ignoreMissing)) === null) return false;
    const { mtimeMs } = await stat(aside);
    const isNeeded = mtimeMs > Date.now() - age || (await isNamed());
    await (isNeeded ? rename(aside, path) : rm(aside, { force: true }));
    return !isNeeded;
  }

  private async keep(from: string, sha256: string): Promise<void> {
    const to = this.pathOf(sha256);
    const folder = join(to, '..');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Its age counts from now on, however long it took to come.
    const now = new Date();
    await utimes(from, now, now);
    await sync(from);
    // The same content twice is one file: the rename replaces it by itself.
    await rename(from, to);
    await sync(folder);
  }

  private partOf(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('Not an id');
    return join(this.root, 'parts', id);
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256');
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): null {
  if ((error as { code?: unknown } | null)?.code === 'ENOENT') return null;
  throw error;
}

/** The stream ended before its file did, or was no file at all: the sender's side, not ours. */
export class BrokenUpload extends Error {}

function isSystemError(error: unknown): boolean {
  return typeof (error as { syscall?: unknown } | null)?.syscall === 'string';
}

/** No room, no quota, too many open files: the request may be tried again later. */
export function isStorageFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EMFILE' || code === 'EROFS';
}
