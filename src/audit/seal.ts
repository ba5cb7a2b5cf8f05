import { createHash } from 'node:crypto';
import { canonicalJson } from '#engine';

/** What is signed, as canonical JSON. */
export interface Seal {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly count: number;
  /** Of these rules. Others get another number; what was sealed by these stays sealed by them. */
  readonly format: 1;
  /** Id of the key: SHA-256 of the public key. */
  readonly key: string;
  readonly number: number;
  /** Hash of the seal before; of the first, zeros. */
  readonly previous: string;
  /** Merkle root over the events. */
  readonly root: string;
}

/** A seal's hash on its way out of the house: what it says no longer depends on who runs the database. */
export interface Anchor {
  readonly at: string;
  readonly hash: string;
  readonly key: string;
  readonly number: number;
}

export const noSeal = '0'.repeat(64);

export function sealText(seal: Seal): string {
  return canonicalJson(seal);
}

/** @param body text of the seal, byte by byte as it was signed */
export function sealHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

export function anchorText(body: string): string {
  const { at, key, number } = JSON.parse(body) as Seal;
  const anchor: Anchor = { at, hash: sealHash(body), key, number };
  return canonicalJson(anchor);
}
