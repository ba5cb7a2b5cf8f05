import type { FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Does a request that may change something come from our own pages? Browsers send `Origin` with every such request,
 * and no page can forge it; a request with neither header is refused, too.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  if (safe.has(request.method)) return true;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  // The host by which this very request came is ours as well: 127.0.0.1 beside localhost.
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
}
