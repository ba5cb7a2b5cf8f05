import { createHmac, randomBytes } from 'node:crypto';
import { writeBase32 } from './base32.js';

const stepMs = 30_000;
/** SHA-1 and six digits: what every authenticator app can do. */
const digits = 6;
/** Steps before and after the present one: clocks of phones are not exact, and typing takes time. */
const drift = 1;

/** A new key, as long as the hash (RFC 4226, section 4). */
export function newSecret(): Buffer {
  return randomBytes(20);
}

/** @param now milliseconds since 1970 */
export function stepAt(now: number): number {
  return Math.floor(now / stepMs);
}

/** The code of a step, as RFC 6238 with SHA-1 has it. */
export function codeAt(secret: Buffer, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, '0');
}

/**
 * The step whose code was typed: the present one or its neighbours, and later than the one that was taken last, so that
 * a code opens once. Null when it is none.
 */
export function stepOfCode(secret: Buffer, code: string, now: number, last: number): number | null {
  const present = stepAt(now);
  for (let step = present - drift; step <= present + drift; step += 1) {
    if (step > last && codeAt(secret, step) === code) return step;
  }
  return null;
}

/** What authenticator apps read from a QR code. */
export function keyUri(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${writeBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
