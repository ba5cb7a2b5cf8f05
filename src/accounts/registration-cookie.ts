import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Hours until a registration under way is forgotten. */
export const registrationHours = 24;

function nameFor(https: boolean): string {
  return https ? '__Host-tetsuzuki-registration' : 'tetsuzuki-registration';
}

/** Who holds the token goes on with the registration; it never stands in an address or a script. */
export function newRegistrationToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Id of the row, SHA-256 of the token. */
export function registrationIdOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function readRegistrationCookie(request: FastifyRequest, https: boolean): Buffer | null {
  const value = request.cookies[nameFor(https)];
  return value && /^[\w-]{43}$/.test(value) ? registrationIdOf(value) : null;
}

export function setRegistrationCookie(reply: FastifyReply, token: string, https: boolean): void {
  void reply.setCookie(nameFor(https), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    maxAge: registrationHours * 3_600,
  });
}

export function clearRegistrationCookie(reply: FastifyReply, https: boolean): void {
  void reply.clearCookie(nameFor(https), { path: '/', httpOnly: true, sameSite: 'lax', secure: https });
}
