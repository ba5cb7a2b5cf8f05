import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
/** First byte of what was sealed, so that another way of sealing can come later. */
const version = 1;

/** Encrypts what the database must keep and must not tell to those who read a copy of it. */
@Injectable()
export class SecretBox {
  private known: Buffer | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param purpose what it is and whose: a sealed value opens for the same purpose alone */
  seal(secret: Buffer, purpose: string): Buffer {
    const iv = randomBytes(ivBytes);
    const sealing = createCipheriv(cipher, this.key(), iv).setAAD(Buffer.from(purpose));
    const content = Buffer.concat([sealing.update(secret), sealing.final()]);
    return Buffer.concat([Buffer.of(version), iv, sealing.getAuthTag(), content]);
  }

  /** @throws when it was sealed with another key or for another purpose, or was changed */
  open(sealed: Buffer, purpose: string): Buffer {
    const iv = sealed.subarray(1, 1 + ivBytes);
    const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
    const opening = createDecipheriv(cipher, this.key(), iv, { authTagLength: tagBytes })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(tag);
    return Buffer.concat([opening.update(sealed.subarray(1 + ivBytes + tagBytes)), opening.final()]);
  }

  /** The same for the same value, and no more to be guessed from it than from what is sealed. */
  mark(value: string, purpose: string): string {
    return createHmac('sha256', this.key()).update(`${purpose}\0${value}`).digest('hex');
  }

  private key(): Buffer {
    this.known ??= this.config.secretsKey ?? keyIn(this.config.dataDir);
    return this.known;
  }
}

/** The key of a data folder; made once, by whichever process is the first. */
function keyIn(dataDir: string): Buffer {
  const path = join(dataDir, 'secrets.key');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const mine = `${path}.${process.pid}`;
    writeFileSync(mine, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600 });
    try {
      // A link is there whole or not at all, and never replaces another process's key.
      linkSync(mine, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(mine);
    }
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== keyBytes) throw new Error(`${path} does not hold a key of ${keyBytes} bytes.`);
  return key;
}
