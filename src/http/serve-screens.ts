import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bringDraft } from './bring-answers.js';
import { compressOwn } from './compress-answers.js';
import { loadDrawEarly } from './draw-early.js';
import { Refused, refuse } from './refusal.js';
import { englishLinks, furtherLinks, screenLinks } from './screen-files.js';
import { immutable, policyWithStyle, screenPolicy, setPartHeaders } from './security-headers.js';

/** Where a draft is filled in, at whatever step; signing is a screen of its own. */
const fillingDraft = /^\/drafts\/([0-9a-f-]{36})(?:\/(?!sign$)([^/]*))?$/;

/** What a page shows until its program is there. */
const rootOfPage = /(<div id="root">)[^]*(<\/div>\s*<noscript>)/;

/** Files whose name carries a hash of their content: `index-B3x9_aQ1.js`. */
const hashed = /-[\w-]{8,}\.\w+$/;

/** The sign of the site stands thrice in every page, before and after React is there, and in the browser's tab. */
const aDay = 'public, max-age=86400';

const partOfPage = /^\/assets\/(?!.*worker).*\.(?:js|css|woff2)$/;

/**
 * The built screens: portal at every path that is no other, desk under /desk, builder under /builder, the mailbox in a demo. Pages are asked
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

  const file = (reply: FastifyReply, path: string): FastifyReply => {
    if (partOfPage.test(path)) setPartHeaders(reply);
    else reply.header('content-security-policy', screenPolicy);
    // Kept for a year, it is never asked for again: nothing to compare by.
    return hashed.test(path)
      ? reply.header('cache-control', immutable).sendFile(path.slice(1), { etag: false, acceptRanges: false })
      : reply.header('cache-control', path === '/icon.svg' ? aDay : 'no-cache').sendFile(path.slice(1));
  };

  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const screen = 'src/portal/fill/FillScreen.tsx';
  const links = screenLinks(folder, screen);
  const english = englishLinks(folder, screen);
  // The screen looks for it (`open-draft.ts`).
  const late = `<meta id="late">${furtherLinks(folder, 'src/form/fields/late-pieces.ts', screen)}`;
  const drawEarly = await loadDrawEarly(folder);
  const draftPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    step: string | null,
  ): Promise<string | Buffer> => {
    const brought = await bringDraft(server, request, id, step, drawEarly);
    void reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyWithStyle(brought?.styleHash ?? null))
      .type('text/html; charset=utf-8');
    const text = index
      .replace('lang="ja"', `lang="${brought?.early ? brought.language : 'ja'}"`)
      .replace(
        '</title>',
        () =>
          `</title>${links.first}${brought?.head ?? ''}${links.then}${brought?.hasLateInputs ? late : ''}` +
          (brought?.language === 'en' ? english : ''),
      )
      .replace(rootOfPage, (all, open, close) => (brought?.early ? `${open}${brought.early}${close}` : all));
    return compressOwn(request, reply, text);
  };

  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) throw new Refused(refuse('not-found'));
    if (path === '/desk' || path.startsWith('/desk/')) return page(reply, 'desk.html');
    if (path === '/builder' || path.startsWith('/builder/')) return page(reply, 'builder.html');
    if (path === '/mailbox' || path.startsWith('/mailbox/')) {
      if (!demo) throw new Refused(refuse('not-found'));
      return page(reply, 'mailbox.html');
    }
    if (/\.\w+$/.test(path) && path !== '/index.html') return file(reply, path);
    const [, draftId, step] = fillingDraft.exec(path) ?? [];
    return draftId === undefined
      ? page(reply, 'index.html')
      : draftPage(request, reply, draftId, step || null);
  });
  return true;
}
