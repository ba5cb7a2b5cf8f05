import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What somebody who holds a cookie may go on with: what they began in this browser. */
export type CookiePurpose = 'registration' | 'password-reset' | 'guest';

/** Hours until what was begun is forgotten. */
export const proofHours = 24;

function nameFor(purpose: CookiePurpose, https: boolean): string {
  return https ? `__Host-tetsuzuki-${purpose}` : `tetsuzuki-${purpose}`;
}

/** It never stands in an address or a script. */
export function newProofToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Id of the row, SHA-256 of the token. */
export function proofIdOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function readProofCookie(
  request: FastifyRequest,
  purpose: CookiePurpose,
  https: boolean,
): Buffer | null {
  const value = request.cookies[nameFor(purpose, https)];
  return value && /^[\w-]{43}$/.test(value) ? proofIdOf(value) : null;
}

export function setProofCookie(
  reply: FastifyReply,
  purpose: CookiePurpose,
  token: string,
  https: boolean,
): void {
  void reply.setCookie(nameFor(purpose, https), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    maxAge: proofHours * 3_600,
  });
}

export function clearProofCookie(reply: FastifyReply, purpose: CookiePurpose, https: boolean): void {
  void reply.clearCookie(nameFor(purpose, https), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
  });
}
