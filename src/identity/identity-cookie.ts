import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Minutes in which somebody whom a provider sent back may register or link an account. */
export const arrivalMinutes = 60;

function nameFor(https: boolean): string {
  return https ? '__Host-tetsuzuki-identity' : 'tetsuzuki-identity';
}

/** SHA-256 of a token, as rows keep it: who reads the table cannot take anybody's place. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Names the browser that was sent to a provider; null when it was never sent. */
export function readIdentityCookie(request: FastifyRequest, https: boolean): string | null {
  const value = request.cookies[nameFor(https)];
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

/** The token that the browser has, or a new one. Kept when it has one, so that two windows may be under way. */
export function keepIdentityCookie(request: FastifyRequest, reply: FastifyReply, https: boolean): string {
  const token = readIdentityCookie(request, https) ?? randomBytes(32).toString('base64url');
  void reply.setCookie(nameFor(https), token, {
    path: '/',
    httpOnly: true,
    // Lax: the provider's page leads back here by a link.
    sameSite: 'lax',
    secure: https,
    maxAge: arrivalMinutes * 60,
  });
  return token;
}

export function clearIdentityCookie(reply: FastifyReply, https: boolean): void {
  void reply.clearCookie(nameFor(https), { path: '/', httpOnly: true, sameSite: 'lax', secure: https });
}
