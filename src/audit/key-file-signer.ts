import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../database/id.js';
import { SealSigner } from './seal-signer.js';

/** Signs with a private key in a PEM file; where none is named, with one that it makes in the data folder. */
export class KeyFileSigner extends SealSigner {
  private key: Promise<KeyObject> | null = null;

  /** @param keyFile absolute path of an Ed25519 private key in PEM; null for one of our own under `dataDir` */
  constructor(
    private readonly keyFile: string | null,
    private readonly dataDir: string,
  ) {
    super();
  }

  async publicKey(): Promise<string> {
    return createPublicKey(await this.open())
      .export({ type: 'spki', format: 'pem' })
      .toString();
  }

  async sign(text: string): Promise<Buffer> {
    return sign(null, Buffer.from(text, 'utf8'), await this.open());
  }

  private async open(): Promise<KeyObject> {
    this.key ??= this.read();
    try {
      return await this.key;
    } catch (error) {
      // Looked for again next time: the file may have been put there meanwhile.
      this.key = null;
      throw error;
    }
  }

  private async read(): Promise<KeyObject> {
    const file = this.keyFile ?? (await keyOfOurOwn(join(this.dataDir, 'audit')));
    const key = createPrivateKey(await readFile(file, 'utf8'));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 private key.`);
    return key;
  }
}

/** Of two processes that make one at the same moment, both go on with the first. */
async function keyOfOurOwn(folder: string): Promise<string> {
  const file = join(folder, 'seal-key.pem');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const beside = join(folder, `${newId()}.part`);
  await writeFile(beside, pem, { mode: 0o600 });
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside, { force: true });
  }
  return file;
}
