import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Answers, compileProcedure, packForm, type ProcedureFiles, readExample } from '#engine';
import { screenPolicy } from '../../../src/http/security-headers.js';
import { exampleFiles } from '../../../src/procedures/check-folder.js';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { readFolder } from '../../../src/procedures/read-folder.js';
import { launchBrowser, newPage, type TestPage } from '../../support/browser.js';
import type { JudgeInPage } from './engine-page.js';
import { judge } from './judge.js';

const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
const config = join(process.cwd(), 'tests/procedures/browser/vite.config.ts');

let directory: string;
let server: Server;
let browser: Browser;
let page: TestPage;
/** Address → text of the validator modules that the server publishes. */
const published = new Map<string, string>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'engine-page-'));
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config], {
    env: { ...process.env, ENGINE_PAGE_DIR: directory },
  });
  server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ type, text }) => {
      response.writeHead(200, { 'content-type': type, 'content-security-policy': screenPolicy }).end(text);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await launchBrowser();
  page = await newPage(browser);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'judgeInPage' in globalThis);
});

afterAll(async () => {
  await browser.close();
  await new Promise((closed) => server.close(closed));
  await rm(directory, { recursive: true, force: true });
});

async function answer(address: string): Promise<{ readonly type: string; readonly text: string }> {
  const script = 'text/javascript; charset=utf-8';
  const validator = published.get(address);
  if (validator !== undefined) return { type: script, text: validator };
  if (/^\/assets\/[\w.-]+\.js$/.test(address))
    return { type: script, text: await readFile(join(directory, address), 'utf8') };
  return {
    type: 'text/html; charset=utf-8',
    text: '<!doctype html><html lang="ja"><title>engine</title><link rel="icon" href="/icon"><script type="module" src="/assets/engine-page.js"></script></html>',
  };
}

const today = '2021-11-05';
const now = '2021-11-05T10:00:00+09:00';

/** The verdicts of both sides over the same answers. */
async function both(files: ProcedureFiles, answers: readonly Answers[]) {
  const compiled = compileProcedure(files);
  const built = compiled.ok ? buildPageValidators(compiled.procedure.form) : { functions: {}, modules: [] };
  const addresses = Object.fromEntries(
    built.modules.map(({ page: name, hash, code }) => {
      const address = `/validators/${hash}.js`;
      published.set(address, code);
      return [name, address];
    }),
  );
  const asked = { today, now, answers };
  const onServer = judge(compiled, built.functions, asked);
  const inBrowser = await page.evaluate(
    async ([given, urls, what, form]) =>
      (globalThis as unknown as { judgeInPage: JudgeInPage }).judgeInPage(given, urls, what, form),
    [files, addresses, asked, compiled.ok ? packForm(compiled.procedure.form) : null] as const,
  );
  return { onServer, inBrowser };
}

async function examplesOf(files: ProcedureFiles): Promise<readonly Answers[]> {
  return exampleFiles(files).flatMap((file) => {
    const { example } = readExample(file, files[file] ?? '');
    return example ? [example.answers] : [];
  });
}

const ODD = [
  null,
  '',
  ' ',
  '𠮷',
  'ｶﾅ',
  '２０２１',
  -1,
  1.5,
  1e15,
  true,
  [],
  {},
  ['x'],
  'あ'.repeat(1_200),
] as const;

/** The same answers with one of them replaced, each in its turn, by something that nobody expects there. */
function spoiled(answers: Answers, from: number): readonly Answers[] {
  const found: Answers[] = [];
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value))
        visit(member, [...path, Array.isArray(value) ? Number(name) : name]);
      if (path.length < 2) return;
    }
    found.push(replaced(answers, path, ODD[(from + found.length) % ODD.length]));
  };
  visit(answers, []);
  return found;
}

function replaced(answers: Answers, path: readonly (string | number)[], value: unknown): Answers {
  const copy = structuredClone(answers) as Record<string | number, unknown>;
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
  return copy;
}

describe.each(['jitan-9', 'gold-sticker'])('the engine in a browser, with %s', (name) => {
  it('says of every example what it says on the server', async () => {
    const files = await readFolder(join('procedures', name));
    const { onServer, inBrowser } = await both(files, await examplesOf(files));
    expect(onServer.length).toBeGreaterThan(10);
    expect(inBrowser).toEqual(onServer);
    await page.assertClean();
  });

  it('says the same of answers that nobody expects', async () => {
    const files = await readFolder(join('procedures', name));
    const odd = (await examplesOf(files)).slice(0, 3).flatMap((answers, index) => spoiled(answers, index));
    const { onServer, inBrowser } = await both(files, odd);
    expect(odd.length).toBeGreaterThan(200);
    expect(inBrowser).toEqual(onServer);
  });

  it('finds the same mistakes in a broken folder', async () => {
    const files = await readFolder(join('procedures', name));
    const broken = {
      ...files,
      'workflow.json': (files['workflow.json'] ?? '').replace('"kind": "review"', '"kind": "revue"'),
      'form.schema.json': (files['form.schema.json'] ?? '').replace(
        '"x-askWhen": "',
        '"x-askWhen": "unknown_page.x + ',
      ),
    };
    const { onServer, inBrowser } = await both(broken, []);
    expect(onServer.length).toBeGreaterThan(0);
    expect(inBrowser).toEqual(onServer);
  });
});
