import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import type { Config } from '../../src/config/config.js';
import { FileStore } from '../../src/files/file-store.js';
import { launchBrowser } from '../support/browser.js';
import { Seats } from '../support/seats.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

let server: TestServer;
let browser: Browser;
let database: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  database = new Client({ connectionString: server.databaseUrl });
  await database.connect();
});

afterAll(async () => {
  await database?.end();
  await browser?.close();
  await server?.stop();
});

/** A photograph of 12 megapixels, as telephones take them. */
function photograph(): Buffer {
  const [width, height] = [4000, 3000];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    const row = y * (1 + width * 3);
    for (let x = 0; x < width * 3; x++) rows[row + 1 + x] = (x ^ y) & 255;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (kind: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Objects numbered from 1, the first of them the catalogue. */
function pdf(...objects: readonly string[]): Buffer {
  let body = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + end, 'latin1');
}

const page = (box: string) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box}] /Resources << >> >>`;
const failed = /このPDFは表示できませんでした/;

/** What somebody could send in place of each file of a case, and what the official then sees. */
const sent = [
  { name: '写真.png', content: photograph(), sees: 'picture' },
  {
    name: 'script.pdf',
    content: pdf(
      '<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R /AA << /WC 4 0 R >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `${page('300 400').slice(0, -3)} /AA << /O 5 0 R >> >>`,
      `<< /S /JavaScript /JS (app.alert\\('seen'\\); document.title = 'seen';) >>`,
      '<< /S /URI /URI (http://example.com/seen) >>',
    ),
    sees: 'page',
  },
  {
    name: 'million.pdf',
    content: pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000 >>',
      page('300 400'),
    ),
    sees: 'page',
  },
  {
    name: 'huge.pdf',
    content: pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page('9000000 9000000'),
    ),
    sees: 'page',
  },
  { name: 'broken.pdf', content: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cata'), sees: failed },
] as const;

it('shows a photograph of 12 megapixels, and survives what PDFs are made to do', async () => {
  const store = new FileStore({ dataDir: server.dataDir } as Config);
  const { rows: files } = await database.query<{ id: string; application_id: string }>(
    `select f.id, f.application_id from attachment f join application a on a.id = f.application_id
     where a.subject = '立呑み なにわ 天満店' order by f.id`,
  );
  expect(files.length).toBeGreaterThanOrEqual(sent.length);
  for (const [index, { name, content }] of sent.entries()) {
    const { sha256, bytes } = await store.put(content);
    const kind = name.endsWith('.pdf') ? 'application/pdf' : 'image/png';
    await database.query(
      'update attachment set name = $2, sha256 = $3, bytes = $4, media_type = $5 where id = $1',
      [files[index]?.id, name, sha256, bytes, kind],
    );
  }

  const official = await new Seats(browser, server.url).of('suzuki');
  await official.goto(`${server.url}/desk/applications/${files[0]?.application_id ?? ''}`);
  await official.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
  for (const { name, sees } of sent) {
    await official
      .getByRole('button', { name: `${name}を見る` })
      .first()
      .click();
    const viewer = official.getByRole('dialog', { name });
    await viewer.waitFor();
    if (sees === 'picture') {
      const picture = viewer.getByRole('img');
      const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
      await soon(async () => expect(await width()).toBe(4000));
      await viewer.getByRole('button', { name: '右に90度回転' }).click();
      await viewer.getByRole('button', { name: '拡大' }).click();
      await viewer.getByText('150%').waitFor();
    } else if (sees === 'page') {
      // As it is before anything is drawn, a canvas is 150 high.
      const height = () => viewer.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.height);
      await soon(async () => expect(await height()).toBeGreaterThan(150));
    } else {
      await viewer.getByText(sees).first().waitFor();
    }
    // The desk goes on: nothing was run, nobody outside was asked.
    await soon(async () => expect(await official.title()).not.toContain('seen'));
    await official.keyboard.press('Escape');
    await viewer.waitFor({ state: 'hidden' });
  }
  await official.assertClean();
});
