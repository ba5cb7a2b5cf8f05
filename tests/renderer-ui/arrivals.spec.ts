import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';
import { sight } from '../support/sight.js';

let server: TestServer;
let browser: Browser;
let database: Client;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  database = new Client({ connectionString: server.databaseUrl });
  await database.connect();
  await database.query(
    `insert into mail_trouble (recipient_key, kind, status, since, last_at)
     values ('naniwa@example.jp', 'bounced', '5.1.1', now(), now())`,
  );
  await database.query(
    `insert into delivery_task (id, application_id, notice_id, kind, recipient_key, made_at)
     select $1, a.id, n.id, 'bounced', 'naniwa@example.jp', now()
     from application a join notice n on n.application_id = a.id and n.kind = 'message'
     where a.procedure_id = 'jitan-9' order by a.id limit 1`,
    [randomUUID()],
  );
});

afterAll(async () => {
  await database?.end();
  await browser?.close();
  await server?.stop();
});

/** Frame and menus are looked at elsewhere. */
async function look(page: TestPage, name: string, within = 'main'): Promise<void> {
  expect([name, await accessibilityFaults(page, within)]).toEqual([name, []]);
  await sight(page, name);
}

async function signedIn(who: { readonly login: string } | { readonly mail: string }): Promise<TestPage> {
  const isOfficial = 'login' in who;
  const page = await newPage(browser, isOfficial ? {} : { width: 390 });
  await page.request.post(`${server.url}/api/session/${isOfficial ? 'staff' : 'applicant'}`, {
    data: { ...who, password: demoPassword },
    headers: { origin: server.url },
  });
  return page;
}

/** Once more in English, for the eye. */
async function inEnglish(page: TestPage, name: string): Promise<void> {
  if (process.env.SIGHTS === undefined) return;
  await page.getByRole('button', { name: 'English' }).first().click();
  await page.locator('html[lang="en"]').waitFor();
  await sight(page, `${name}-en`);
  await page.getByRole('button', { name: '日本語' }).first().click();
  await page.locator('html[lang="ja"]').waitFor();
}

/** A notice that its applicant has, called back by two officials. */
async function revoke(): Promise<{ readonly application: string; readonly verify: string }> {
  const { rows } = await database.query<{ id: string; application_id: string; address: string }>(
    `select n.id, n.application_id, p.address from notice n join notice_proof p on p.notice_id = n.id
     join application a on a.id = n.application_id join applicant c on c.id = a.applicant_id
     join account l on l.id = c.account_id
     where n.state = 'ready' and n.pdf_sha256 is not null and a.procedure_id = 'jitan-9'
       and l.mail = 'naniwa@example.jp' order by n.created_at desc, n.id desc limit 1`,
  );
  const [notice] = rows;
  if (!notice) throw new Error('The demo has no notice.');
  const { id, application_id: application, address } = notice;
  const asks = await signedIn({ login: 'tanaka' });
  await asks.goto(`${server.url}/desk/applications/${application}`);
  await asks
    .getByRole('button', { name: /の取消しを申し出る$/ })
    .first()
    .click();
  const dialog = asks.getByRole('dialog');
  await dialog.getByLabel('理由（職員向け）').fill('対象店舗の取り違え');
  await dialog.getByLabel('公開する理由').fill('記載に誤りがありました。');
  await look(asks, 'revocation-dialog', 'dialog');
  await dialog.getByRole('button', { name: '取消しを申し出る' }).click();
  await asks.getByText('取消しの決定待ち').first().waitFor();
  const decides = await signedIn({ login: 'yamamoto' });
  const answer = await decides.request.post(`${server.url}/api/desk/notices/${id}/revocation/decision`, {
    data: { revoke: true, words: '' },
    headers: { origin: server.url },
  });
  expect(answer.status()).toBe(204);
  await asks.reload();
  await asks.getByRole('heading', { name: '通知書の証明と取消し' }).scrollIntoViewIfNeeded();
  await asks.getByText('失効').first().waitFor();
  await look(asks, 'revocation-card', 'main');
  await inEnglish(asks, 'revocation-card');
  return { application, verify: new URL(address).pathname };
}

describe('what was sent, and what became of it', () => {
  it('is looked after at the desk: what came back, what failed, what is written to everybody', async () => {
    const sato = await signedIn({ login: 'sato' });
    await sato.goto(`${server.url}/desk/deliveries`);
    await sato.getByRole('heading', { level: 2, name: /^対応が必要なもの/ }).waitFor();
    await look(sato, 'deliveries');
    await inEnglish(sato, 'deliveries');
    await sato
      .getByRole('button', { name: /に対応する$/ })
      .first()
      .click();
    await sato.getByRole('dialog').getByRole('button', { name: '記録する' }).click();
    await look(sato, 'deliveries-dialog', 'dialog');
    await sato.assertClean();

    const administrator = await signedIn({ login: 'kobayashi' });
    await administrator.goto(`${server.url}/desk/operations`);
    await administrator.getByText('宛先の受信箱がいっぱいです').waitFor();
    await look(administrator, 'operations');
    await inEnglish(administrator, 'operations');
    await administrator.getByRole('button', { name: /をもう一度実行する$/ }).click();
    await eventually('the mail has left after all', async () => {
      const { rows } = await database.query(
        `select 1 from dead_job j join notice n on n.id = j.subject_id where j.state = 'again' and n.state = 'sent'`,
      );
      return rows.length === 1 || undefined;
    });
    await administrator.assertClean();

    const writer = await signedIn({ login: 'ogawa' });
    await writer.goto(`${server.url}/desk/announcements`);
    await writer.locator('.desk-news a').first().waitFor();
    await look(writer, 'announcements');
    await inEnglish(writer, 'announcements');
    await writer.goto(`${server.url}/desk/announcements/new`);
    await writer.getByRole('heading', { level: 1 }).waitFor();
    await look(writer, 'announcement-new');
    await inEnglish(writer, 'announcement-new');
    await writer.assertClean();
  });

  it('is told to the applicant: a mail that came back, a document that no longer holds', async () => {
    const { application, verify } = await revoke();
    const page = await signedIn({ mail: 'naniwa@example.jp' });
    await page.goto(`${server.url}/applications/${application}`);
    await page.getByText('失効').first().waitFor();
    await page.getByText('理由：記載に誤りがありました。').waitFor();
    await look(page, 'applicant-revoked');
    await inEnglish(page, 'applicant-revoked');
    await page.goto(`${server.url}/account`);
    await page.getByRole('button', { name: 'このアドレスで受け取れるようにしました' }).waitFor();
    await look(page, 'account-trouble');
    await inEnglish(page, 'account-trouble');
    await page.goto(server.url + verify);
    await page.getByText('この書類は取り消されています。').waitFor();
    await look(page, 'verify-revoked');
    await inEnglish(page, 'verify-revoked');
    await page.goto(`${server.url}/verify`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'verify');
    await page.assertClean();
  });
});
