import { createHash, randomBytes } from 'node:crypto';
import { writeBase32 } from './base32.js';

const count = 10;
/** Too many to guess, so a plain hash keeps them. */
const bytes = 10;

/** Ten codes of four groups of four: `7QXB-2M4K-…`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: count }, () =>
    (writeBase32(randomBytes(bytes)).match(/.{4}/g) ?? []).join('-'),
  );
}

/** Null for what cannot be one. Small letters, blanks and missing dashes do no harm. */
export function hashOfRecoveryCode(typed: string): Buffer | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return plain.length === 16 ? createHash('sha256').update(plain).digest() : null;
}
