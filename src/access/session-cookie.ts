import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to this host and to HTTPS, so that no neighbouring site can set it. */
function nameFor(https: boolean): string {
  return https ? '__Host-tetsuzuki' : 'tetsuzuki';
}

export function readSessionCookie(request: FastifyRequest, https: boolean): string | null {
  const value = request.cookies[nameFor(https)];
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

export function setSessionCookie(reply: FastifyReply, token: string, https: boolean, maxMs: number): void {
  void reply.setCookie(nameFor(https), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    maxAge: Math.floor(maxMs / 1_000),
  });
}

export function clearSessionCookie(reply: FastifyReply, https: boolean): void {
  void reply.clearCookie(nameFor(https), { path: '/', httpOnly: true, sameSite: 'lax', secure: https });
}
