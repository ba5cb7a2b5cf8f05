import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to this host and to HTTPS, so that no neighbouring site can set it. */
function nameFor(https: boolean): string {
  return https ? '__Host-tetsuzuki' : 'tetsuzuki';
}

export function readSessionCookie(request: FastifyRequest, https: boolean): string | null {
  const value = request.cookies[nameFor(https)];
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

/** What a new session takes from the request that opens it. */
export interface FromBrowser {
  /** Token of the session that the browser held until now. */
  readonly replaced: string | null;
  /** What the browser says of itself, cut short. */
  readonly userAgent: string | null;
}

export function fromBrowser(request: FastifyRequest, https: boolean): FromBrowser {
  const said = request.headers['user-agent']?.slice(0, 300);
  return { replaced: readSessionCookie(request, https), userAgent: said ?? null };
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
