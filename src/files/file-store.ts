import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
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

  async has(sha256: string): Promise<boolean> {
    return (await stat(this.pathOf(sha256)).catch(() => null)) !== null;
  }

  private async keep(from: string, sha256: string): Promise<void> {
    const to = this.pathOf(sha256);
    const folder = join(to, '..');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await sync(from);
    // The same content twice is one file: the rename replaces it by itself.
    await rename(from, to);
    await sync(folder);
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
