import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { jpegWithPlace } from '../server/support/pictures.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { execute } from '../support/cluster.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

/** Three pieces of an upload and a bit. */
const permit = {
  name: '許可証.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(800_000, 'a')]),
};
const back = {
  name: '許可証の裏.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 back'),
};

let server: TestServer;
let browser: Browser;
let first: TestPage;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  first = await signedIn(390, 'applicant', { mail: 'naniwa@example.jp' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signedIn(
  width: number,
  kind: 'applicant' | 'staff',
  who: Readonly<Record<string, string>>,
): Promise<TestPage> {
  const page = await newPage(browser, { width });
  await page.request.post(`${server.url}/api/session/${kind}`, {
    data: { ...who, password: 'tetsuzuki-demo' },
    headers: { origin: server.url },
  });
  return page;
}

const fileNames = (page: Page) =>
  page
    .getByRole('group', { name: /^営業許可証の写し/ })
    .getByRole('button', { name: /を削除$/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));

describe('what somebody has already told and sent', () => {
  let documents: string;

  it('is taken from a saved place, found from my page', async () => {
    await first.goto(`${server.url}/applications`);
    await first.getByRole('link', { name: '店舗台帳' }).click();
    await first.getByRole('heading', { level: 2, name: 'なにわ酒場 堺東店' }).waitFor();
    expect(await accessibilityFaults(first)).toEqual([]);

    await first.goto(`${server.url}/procedures/jitan-9`);
    await first.getByLabel('どのお店の申請ですか').selectOption({ label: 'なにわ酒場 堺東店' });
    expect(await accessibilityFaults(first)).toEqual([]);
    await first.getByRole('button', { name: '申請をはじめる' }).click();
    await first.getByRole('heading', { level: 1, name: /申請の区分$/ }).waitFor();
    await first.goto(`${first.url().split('/').slice(0, 5).join('/')}/store`);
    await first.getByLabel(/^店名（屋号）/).waitFor();
    await soon(async () =>
      expect(await first.getByLabel(/^店名（屋号）/).inputValue()).toBe('なにわ酒場 堺東店'),
    );
  });

  it('is taken from a former application, its papers included', async () => {
    await first.goto(`${server.url}/procedures/jitan-9`);
    const former = first.getByLabel('前回の申請から始める');
    const shop = former.locator('option', { hasText: '新世界' });
    await former.selectOption({ label: await shop.innerText() });
    // It brings its own place along.
    await first.getByLabel('どのお店の申請ですか').waitFor({ state: 'detached' });
    await first.getByRole('button', { name: '新しく申請をはじめる' }).click();
    await first.getByRole('button', { name: '新しく始める（入力中の申請は残す）' }).click();
    await first.getByText(/前回の申請 .+から始めています/).waitFor();
    documents = `${first.url().split('/').slice(0, 5).join('/')}/documents`;
    await first.goto(documents);
    await first
      .getByText(/前回の申請（.+）で出したファイル/)
      .first()
      .waitFor();
    await soon(async () => expect(await fileNames(first)).toHaveLength(1));
  });

  it('goes on where the line was lost, though the page was closed, and is there after a reload', async () => {
    const context = first.context();
    await first.route('**/api/uploads/*/content?offset=262144', async (route) => {
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    first.allowComplaints(/ERR_INTERNET_DISCONNECTED/);
    const chooser = first.waitForEvent('filechooser');
    await first
      .getByRole('group', { name: /^営業許可証の写し/ })
      .getByRole('button', { name: 'ファイルを選ぶ' })
      .click();
    await (await chooser).setFiles([permit, back]);
    await first.getByText('止まっています。つながると続きから送ります').first().waitFor();
    expect(await accessibilityFaults(first, 'main')).toEqual([]);
    await first.assertClean();
    await first.close();

    const second = await context.newPage();
    const offsets: number[] = [];
    second.on('request', (request) => {
      const offset = new URL(request.url()).searchParams.get('offset');
      if (offset !== null) offsets.push(Number(offset));
    });
    await context.setOffline(false);
    await second.goto(documents);
    for (const { name } of [permit, back]) {
      await second.getByRole('button', { name: `${name}を削除` }).waitFor();
    }
    // The piece that had come is not sent again.
    expect(offsets.filter((offset) => offset > 0)).toEqual([262_144, 524_288, 786_432]);
    await second.locator('.tz-fill__status .tz-save[data-state="saved"]').waitFor();
    await second.reload();
    await second.getByRole('button', { name: `${permit.name}を削除` }).waitFor();
    await soon(async () => expect(await fileNames(second)).toHaveLength(3));
  });
});

describe('a file that is put to a question', () => {
  let page: TestPage;
  let draft: string;
  beforeAll(async () => {
    page = await signedIn(390, 'applicant', { mail: 'naniwa@example.jp' });
    const started = await page.request.post(`${server.url}/api/drafts`, {
      data: { procedureId: 'jitan-9', another: true },
      headers: { origin: server.url },
    });
    draft = ((await started.json()) as { id: string }).id;
    await page.goto(`${server.url}/drafts/${draft}/documents`);
    await page.getByRole('group', { name: /^通帳の写し/ }).waitFor();
  });

  const put = async (question: RegExp, file: Upload): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('group', { name: question }).getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await (await chooser).setFiles(file);
  };

  it('goes as a smaller copy where it is a large photograph: upright, legible, with the time it was taken', async () => {
    const photo = { name: '通帳.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 3600, 2400) };
    await put(/^通帳の写し/, photo);
    await page.getByText(/^文字が読める大きさに縮めて送りました（[\d.]+\sMB → [\d.]+\s[KM]B）$/).waitFor();
    expect(await accessibilityFaults(page, 'main')).toEqual([]);
    const kept = await page.request.get(`${server.url}/api/drafts/${draft}`);
    const { attachments } = (await kept.json()) as {
      attachments: { id: string; bytes: number; takenAt?: string }[];
    };
    expect(attachments).toEqual([expect.objectContaining({ takenAt: '2026-05-01T10:20:30' })]);
    const [{ id = '', bytes = 0 } = {}] = attachments;
    expect(bytes).toBeLessThan(photo.buffer.length * 0.8);
    // It lay on its side: a telephone turns the picture by a note of three letters.
    expect(await sizeOf(page, `/api/attachments/${id}/content`)).toEqual([1600, 2400]);
    await page.assertClean();
  });

  it('may be one of several: each is put to the question that its name speaks of, or that is chosen', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'ファイルをまとめて選ぶ' }).click();
    const names = ['お店の外観.pdf', 'scan-17.pdf', 'memo.docx'];
    await (
      await chooser
    ).setFiles(
      names.map((name) => ({
        name,
        mimeType: name.endsWith('pdf') ? 'application/pdf' : 'application/octet-stream',
        buffer: Buffer.from(`%PDF-1.7 ${name}`),
      })),
    );
    const dialog = page.getByRole('dialog', { name: 'どの質問に付けますか' });
    await dialog.getByText('memo.docx').waitFor();
    await soon(async () =>
      expect(
        await dialog
          .locator('select')
          .evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).selectedOptions[0]?.label)),
      ).toEqual(['お店の外観の写真', '選択してください']),
    );
    await dialog.getByRole('button', { name: 'この分け方で付ける' }).click();
    await dialog.getByRole('link', { name: /^scan-17.pdfを付ける質問を選んでください/ }).waitFor();
    expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([]);
    await dialog.getByLabel(/^scan-17.pdf/).selectOption({ label: 'お店の中の写真' });
    await dialog.getByRole('button', { name: 'この分け方で付ける' }).click();
    for (const [question, name] of [
      [/^お店の外観の写真/, 'お店の外観.pdf'],
      [/^お店の中の写真/, 'scan-17.pdf'],
    ] as const) {
      await page
        .getByRole('group', { name: question })
        .getByRole('button', { name: `${name}を削除` })
        .waitFor();
    }
    await page.assertClean();
  });

  it('waits for whoever has to sign in again in the middle of it, and then arrives', async () => {
    page.allowComplaints(/401/);
    await page.route(
      '**/api/uploads/*/content?offset=262144',
      async (route) => {
        await page.context().clearCookies();
        await route.continue();
      },
      { times: 1 },
    );
    await put(/^営業許可証の写し/, permit);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: '株式会社なにわ酒場として入力' }).click();
    await dialog.getByRole('button', { name: 'ログインする' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: `${permit.name}を削除` }).waitFor();
    await page.assertClean();
  });
});

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture that no JPEG makes small, on its side, with what the camera of a telephone writes. */
async function photograph(page: Page, width: number, height: number): Promise<Buffer> {
  const drawn = await page.evaluate(
    async ([w, h]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w ?? 0, h ?? 0];
      const pen = canvas.getContext('2d');
      const dots = pen?.createImageData(canvas.width, canvas.height);
      if (!pen || !dots) throw new Error('This browser does not draw.');
      // A fixed series, so that every run sends the same picture.
      let seed = 1;
      for (let at = 0; at < dots.data.length; at += 4) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        dots.data.fill(96 + (seed >> 25), at, at + 3);
        dots.data[at + 3] = 255;
      }
      pen.putImageData(dots, 0, 0);
      return canvas.toDataURL('image/jpeg', 0.7).replace(/^.*,/, '');
    },
    [width, height],
  );
  const exif = jpegWithPlace().subarray(2, 216);
  const lying = Buffer.from(exif);
  lying.writeUInt16LE(6, 28);
  const jpeg = Buffer.from(drawn, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), lying, jpeg.subarray(2)]);
}

async function sizeOf(page: Page, address: string): Promise<readonly number[]> {
  return page.evaluate(async (from) => {
    const picture = await createImageBitmap(await (await fetch(from)).blob());
    return [picture.width, picture.height];
  }, address);
}

describe('a photograph at the desk', () => {
  it('says when it was taken, beside its thumbnail and in the viewer, in both languages', async () => {
    await execute(server.databaseUrl ?? '', `update attachment set taken_at = '2026-05-01T10:20:30'`);
    const sato = await signedIn(1280, 'staff', { login: 'tanaka' });
    const { applications } = (await (
      await first.context().request.get(`${server.url}/api/applications?q=${encodeURIComponent('新世界')}`)
    ).json()) as { applications: { id: string }[] };
    await sato.goto(`${server.url}/desk/applications/${applications[0]?.id}`);
    const thumb = sato.locator('[data-attachment]').first();
    await thumb.getByText('撮影日時：2026年5月1日（金）10:20').waitFor();
    await thumb.click();
    const viewer = sato.getByRole('dialog');
    await viewer.getByText('撮影日時：2026年5月1日（金）10:20（カメラの時計による）').waitFor();
    expect(await accessibilityFaults(sato, 'dialog[open]')).toEqual([]);
    await sato.evaluate(() => localStorage.setItem('tetsuzuki.language', 'en'));
    await sato.reload();
    await sato.locator('[data-attachment]').first().getByText('Taken: Fri, 1 May 2026 10:20').waitFor();
  });
});
