import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveScreens } from '../../src/http/serve-screens.js';

describe('the built screens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-screens-'));
  let demo: FastifyInstance;
  let real: FastifyInstance;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    for (const name of [
      'index.html',
      'desk.html',
      'builder.html',
      'mailbox.html',
      'assets/index-B3x9_aQ1.js',
      'assets/ajv-runtime.js',
      'assets/pdf.worker.min-BmS4jSda.mjs',
      'icon.svg',
    ]) {
      writeFileSync(join(folder, name), name);
    }
    writeFileSync(join(folder, 'assets/index-B3x9_aQ1.js.br'), brotliCompressSync('smallest'));
    writeFileSync(join(folder, 'assets/index-B3x9_aQ1.js.gz'), gzipSync('small'));
    [demo, real] = [Fastify(), Fastify()];
    await serveScreens(demo, folder, true);
    await serveScreens(real, folder, false);
  });
  afterAll(async () => {
    await Promise.all([demo.close(), real.close()]);
    rmSync(folder, { recursive: true });
  });

  const get = async (path: string, server = demo) => {
    const { statusCode, body, headers } = await server.inject(path);
    return {
      status: statusCode,
      body,
      caching: headers['cache-control'],
      policy: headers['content-security-policy'],
    };
  };

  it.each([
    ['/', 'index.html'],
    ['/applications/1', 'index.html'],
    ['/desk', 'desk.html'],
    ['/desk/applications/1?x=1', 'desk.html'],
    ['/builder', 'builder.html'],
    ['/builder/drafts/1/form', 'builder.html'],
    ['/mailbox', 'mailbox.html'],
  ])('at %s are %s, asked for again each time', async (path, body) => {
    expect(await get(path)).toMatchObject({ status: 200, body, caching: 'no-cache' });
  });

  it('allow nothing inline and nothing from elsewhere', async () => {
    const { policy } = await get('/');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    ['/assets/index-B3x9_aQ1.js', undefined],
    ['/assets/pdf.worker.min-BmS4jSda.mjs', expect.stringContaining("script-src 'self'")],
  ])('bring the policy with what is ruled by no page: %s', async (path, policy) => {
    expect(await get(path)).toMatchObject({ status: 200, policy });
  });

  it('keep files that are named by their content for a year, and no others', async () => {
    expect((await get('/assets/index-B3x9_aQ1.js')).caching).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/ajv-runtime.js')).caching).toBe('no-cache');
    expect((await get('/icon.svg')).caching).toBe('public, max-age=86400');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('come as small as a browser takes them that accepts %s', async (accepted, encoding) => {
    const { headers } = await demo.inject({
      url: '/assets/index-B3x9_aQ1.js',
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('never stand where the API should answer, nor show the mailbox outside a demo', async () => {
    expect((await get('/api/nothing')).status).not.toBe(200);
    expect((await get('/mailbox', real)).status).not.toBe(200);
  });

  it('do not lead out of their folder', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/assets/..%2f..%2f..%2fetc/passwd.txt',
      '/.env',
    ]) {
      const { body } = await get(path);
      expect(body).not.toContain('"dependencies"');
    }
    expect((await get('/assets/gone-12345678.js')).status).toBe(404);
  });
});

describe('the page of a draft', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-draft-page-'));
  const draft = '/drafts/01a20260-133b-7d47-ad57-92ae5b5a2dc1';
  let server: FastifyInstance;
  beforeAll(async () => {
    mkdirSync(join(folder, '.vite'));
    writeFileSync(
      join(folder, 'index.html'),
      '<html><head><title>手続</title></head><body><div id="root">Loading.</div><noscript></noscript></body></html>',
    );
    const manifest = {
      'src/portal/fill/FillScreen.tsx': { file: 'assets/FillScreen-1.js', imports: ['_shell', '_engine'] },
      _shell: { file: 'assets/shell-1.js', css: ['assets/shell-1.css'], imports: ['_base'] },
      _engine: { file: 'assets/engine-1.js', imports: ['_base'] },
      _base: { file: 'assets/base-1.js', dynamicImports: ['src/texts/ui-en.ts', 'src/signing.ts'] },
      'src/texts/ui-en.ts': { file: 'assets/ui-en-1.js', imports: ['_base'] },
      'src/signing.ts': { file: 'assets/signing-1.js' },
    };
    writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
    server = Fastify();
    server.get('/api/session', () => ({ subject: null }));
    server.get('/api/site', ({ headers }) => ({
      name: headers['accept-language'] === 'en' ? 'Osaka' : '大阪府',
    }));
    const stores: Readonly<Record<string, string>> = {
      'tetsuzuki=owner': '</script><script>alert(1)',
      'tetsuzuki=long': '難波'.repeat(700),
    };
    server.get('/api/drafts/:id', ({ headers: { cookie = '' } }, reply) => {
      const store = stores[cookie.split('; ')[0] ?? ''];
      return store === undefined
        ? reply.status(404).send({})
        : { versionHash: 'abc', procedureId: 'shop', answers: { store } };
    });
    await serveScreens(server, folder, false);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const ask = async (url: string, cookie?: string) =>
    server.inject({ url, headers: cookie === undefined ? {} : { cookie } });
  const brought = (page: string): unknown =>
    JSON.parse(/<script type="application\/json" id="brought">(.*?)<\/script>/.exec(page)?.[1] ?? '');

  it('names all files of its screen, so that they come at once: what opens the draft first, and at work by itself', async () => {
    const { body } = await ask(`${draft}/store`, 'tetsuzuki=owner');
    const named = [...body.matchAll(/<([^>]*?) crossorigin (?:href|src)="([^"]+)"/g)];
    expect(named.map(([, tag, address]) => `${tag} ${address}`)).toEqual([
      'link rel="stylesheet" /assets/shell-1.css',
      'link rel="modulepreload" /assets/base-1.js',
      'script type="module" async /assets/engine-1.js',
      expect.stringMatching('link rel="preload" as="fetch" /api/forms/abc/'),
      'link rel="modulepreload" /assets/shell-1.js',
      'link rel="modulepreload" /assets/FillScreen-1.js',
    ]);
  });

  it('brings its owner what the screen asks first, and is kept nowhere', async () => {
    const { body, headers } = await ask(draft, 'tetsuzuki=owner');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('href="/api/forms/abc/');
    expect(brought(body)).toMatchObject({
      language: 'ja',
      answers: {
        '/api/site': { name: '大阪府' },
        [`/api${draft}`]: { answers: { store: '</script><script>alert(1)' } },
      },
    });
  });

  it('brings whoever reads English the same in English, and points to the form’s English words', async () => {
    const { body } = await ask(draft, 'tetsuzuki=owner; tetsuzuki.language=en');
    expect(brought(body)).toMatchObject({ language: 'en', answers: { '/api/site': { name: 'Osaka' } } });
    expect(body).toMatch(
      /<link rel="preload" as="fetch" crossorigin href="\/api\/forms\/abc\/\d+\/english">/,
    );
  });

  it('says that it is loading where no first page can be drawn', async () => {
    expect((await ask(draft, 'tetsuzuki=owner')).body).toContain('<div id="root">Loading.</div>');
  });

  it('comes compressed, for in it stands nothing that whoever asks may have chosen', async () => {
    const asking = `${draft}?chosen=${'by-whoever-asks'.repeat(100)}`;
    const headers = { cookie: 'tetsuzuki=long', 'accept-encoding': 'gzip, br' };
    const sent = await server.inject({ url: asking, headers });
    expect(sent.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    const text = brotliDecompressSync(sent.rawPayload).toString();
    expect(text).toContain('難波'.repeat(700));
    expect(text).not.toContain('by-whoever-asks');
  });

  it.each([
    ['somebody else', draft, 'tetsuzuki=other'],
    ['nobody', draft, undefined],
    ['its owner, where it is signed', `${draft}/sign`, 'tetsuzuki=owner'],
  ])('brings %s nothing', async (_who, url, cookie) => {
    expect((await ask(url, cookie)).body).not.toContain('brought');
  });
});
