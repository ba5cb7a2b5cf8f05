import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bringDraft } from './bring-answers.js';
import { Refused, refuse } from './refusal.js';
import { screenLinks } from './screen-files.js';
import { immutable, screenPolicy } from './security-headers.js';

/** Where a draft is filled in, at whatever step; signing is a screen of its own. */
const fillingDraft = /^\/drafts\/([0-9a-f-]{36})(?:\/(?!sign$)[^/]*)?$/;

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

  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const links = screenLinks(folder, 'src/portal/fill/FillScreen.tsx');
  const draftPage = async (request: FastifyRequest, reply: FastifyReply, id: string): Promise<string> => {
    const brought = await bringDraft(server, request, id);
    void reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', screenPolicy)
      .type('text/html; charset=utf-8');
    return index.replace('</title>', () => `</title>${links.first}${brought ?? ''}${links.then}`);
  };

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
    const draftId = fillingDraft.exec(path)?.[1];
    return draftId === undefined ? page(reply, 'index.html') : draftPage(request, reply, draftId);
  });
  return true;
}
