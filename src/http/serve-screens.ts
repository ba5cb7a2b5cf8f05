import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refused, refuse } from './refusal.js';
import { immutable, screenPolicy } from './security-headers.js';

/** Files whose name carries a hash of their content: `index-B3x9_aQ1.js`. */
const hashed = /-[\w-]{8,}\.\w+$/;

/**
 * The built screens: portal at every path that is no other, desk under /desk, the mailbox in a demo. Pages are asked
 * for again each time and name their files by content, so a new release is there with the next click.
 */
export async function serveScreens(server: FastifyInstance, folder: string, demo: boolean): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    etag: true,
    lastModified: false,
    dotfiles: 'ignore',
  });
  const page = (reply: FastifyReply, name: string): FastifyReply =>
    reply.header('cache-control', 'no-cache').header('content-security-policy', screenPolicy).sendFile(name);

  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) throw new Refused(refuse('not-found'));
    if (path === '/desk' || path.startsWith('/desk/')) return page(reply, 'desk.html');
    if (path === '/mailbox' || path.startsWith('/mailbox/')) {
      if (!demo) throw new Refused(refuse('not-found'));
      return page(reply, 'mailbox.html');
    }
    if (/\.\w+$/.test(path) && path !== '/index.html') {
      return reply
        .header('cache-control', hashed.test(path) ? immutable : 'no-cache')
        .header('content-security-policy', screenPolicy)
        .sendFile(path.slice(1));
    }
    return page(reply, 'index.html');
  });
  return true;
}
