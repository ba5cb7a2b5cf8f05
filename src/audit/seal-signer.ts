import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** Signs seals. Another implementation may keep its key in a module of hardware or in a signing service. */
export abstract class SealSigner {
  /** The public half, in PEM. */
  abstract publicKey(): Promise<string>;
  /** Ed25519 over the text's bytes. */
  abstract sign(text: string): Promise<Buffer>;
}

/** How seals name a key: SHA-256 of the public key (SPKI, DER), in hexadecimal. */
export function keyIdOf(publicKey: KeyObject | string): string {
  const key = typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey;
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
