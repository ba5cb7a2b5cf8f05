import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { AttachmentView, Receipt, SavedDraft } from '../../src/drafts/draft.dto.js';
import type { PaperCheckView } from '../../src/paper-applications/paper-check.dto.js';
import type { PaperDesk, PaperDraftView, PaperTrail } from '../../src/paper-applications/paper.dto.js';
import { jitanAnswers, png } from '../server/support/jitan-answers.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, type TestPage } from '../support/browser.js';
import { Seats } from '../support/seats.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-second-entry-'));
let server: TestServer;
let browser: Browser;
let seats: Seats;

/** 第9期 協力金 as it ships, but that two officials key in where the money goes. */
function writeProcedure(): void {
  cpSync(join('procedures', 'jitan-9'), join(folder, 'jitan-9'), { recursive: true });
  const file = join(folder, 'jitan-9', 'workflow.json');
  const workflow = JSON.parse(readFileSync(file, 'utf8')) as { roles: Record<string, object> };
  const { reviewer_2 } = workflow.roles;
  const roles = { ...workflow.roles, reviewer_2: { ...reviewer_2, receivesPaper: true } };
  const keyedTwice = ['bank.account_type', 'bank.account_no', 'bank.holder_kana', 'bank.yucho_number'];
  writeFileSync(file, JSON.stringify({ ...workflow, roles, keyedTwice }, null, 2));
}

beforeAll(async () => {
  writeProcedure();
  [server, browser] = await Promise.all([
    startServer({ env: { PROCEDURES_DIR: folder, DEMO: 'true' } }),
    launchBrowser(),
  ]);
  seats = new Seats(browser, server.url);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What an official's own page asks of the server. */
async function ask<T>(page: TestPage, method: 'GET' | 'POST' | 'PUT', path: string, data?: object) {
  const answer = await page.request.fetch(`${server.url}/api/desk${path}`, {
    method,
    headers: { origin: server.url },
    ...(data && { data }),
  });
  return { status: answer.status(), body: (await answer.json()) as T };
}

async function upload<T>(page: TestPage, path: string, name: string): Promise<T> {
  const answer = await page.request.post(`${server.url}/api/desk${path}`, {
    headers: { origin: server.url },
    multipart: { file: { name, mimeType: 'image/png', buffer: png } },
  });
  return (await answer.json()) as T;
}

/** Keyed in whole by one official, with its scan. */
async function keyedIn(page: TestPage) {
  const begun = await ask<{ id: string }>(page, 'POST', '/paper', {
    procedureId: 'jitan-9',
    arrivedOn: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10),
    brought: 'post',
    applicant: {
      kind: 'letters',
      as: 'individual',
      name: '紙野 一郎',
      postal: '540-8570',
      address: '大阪府大阪市中央区大手前2-1-22',
      phone: '06-6941-0351',
    },
  });
  const { id } = begun.body;
  const { body: view } = await ask<PaperDraftView>(page, 'GET', `/paper/${id}`);
  const answers = jitanAnswers('紙の店');
  const documents: Record<string, unknown> = {};
  for (const name of Object.keys(answers['documents'] ?? {})) {
    const file = await upload<AttachmentView>(
      page,
      `/paper/${id}/attachments?field=documents.${name}`,
      `${name}.png`,
    );
    documents[name] = [file.id];
  }
  await upload(page, `/paper/${id}/scans`, '申請書.png');
  const whole: Record<string, Record<string, unknown>> = { ...answers, documents };
  const { body } = await ask<SavedDraft>(page, 'PUT', `/paper/${id}`, {
    revision: view.draft.revision,
    answers: whole,
  });
  return { id, revision: body.revision, answers: whole };
}

it('a second official enters blind what was keyed in from paper, and one of the two settles what differs', async () => {
  const sato = await seats.of('sato');
  const paper = await keyedIn(sato);
  const check = `/paper/${paper.id}/check`;
  const submit = async (answers: object) => {
    const { body } = await ask<PaperDraftView>(sato, 'GET', `/paper/${paper.id}`);
    return ask<Receipt & { code: string }>(sato, 'POST', `/paper/${paper.id}/submit`, {
      revision: body.draft.revision,
      answers,
      setAside: [],
    });
  };
  expect((await submit(paper.answers)).body.code).toBe('paper-check-required');

  sato.allowComplaints(/status of 40[39]/);
  await sato.goto(`${server.url}/desk/paper/${paper.id}`);
  await sato.getByRole('button', { name: /^お店/ }).click();
  await sato.getByLabel(/^店名（屋号）/).fill('紙の店 本店');
  await sato.getByRole('button', { name: '確かめて提出' }).click();
  await sato.getByText(/^2人で入力する項目：.*口座番号/).waitFor();
  await sato.getByRole('button', { name: '照合に回す' }).click();
  await sato.getByText('ほかの職員の入力を待っています').waitFor();
  expect(await accessibilityFaults(sato, 'main')).toEqual([]);
  // Whoever has seen the first entry is no second pair of eyes.
  const own = await ask<{ code: string }>(sato, 'PUT', `${check}/typed`, { answers: {} });
  expect([own.status, own.body.code]).toEqual([403, 'paper-check-by-another']);
  // Asking saves what was mended, and does not lead back to the first page.
  await soon(async () =>
    expect(await sato.getByRole('button', { name: '確かめて提出' }).getAttribute('aria-current')).toBe(
      'step',
    ),
  );

  const suzuki = await seats.of('suzuki');
  const blind = await ask<PaperCheckView>(suzuki, 'GET', check);
  const asked = blind.body.fields.map(({ path }) => path);
  // The other bank's number is not asked with these answers.
  expect(asked).toEqual(['bank.account_type', 'bank.account_no', 'bank.holder_kana']);
  expect(JSON.stringify(blind.body)).not.toContain(String(paper.answers['bank']?.['account_no']));

  await suzuki.goto(`${server.url}/desk/paper`);
  await suzuki.getByText('照合待ち').waitFor();
  await suzuki.getByRole('link', { name: '紙野 一郎' }).click();
  await suzuki.getByRole('heading', { level: 1, name: '紙の照合' }).waitFor();
  expect(await accessibilityFaults(suzuki, 'main')).toEqual([]);
  await suzuki.getByLabel('預金の種類').selectOption('当座');
  await suzuki.getByLabel(/口座番号/).fill('７６５４３２１');
  await suzuki.getByLabel('口座の名義（カナ）').fill(String(paper.answers['bank']?.['holder_kana']));
  await suzuki.getByRole('button', { name: '照らし合わせる' }).click();
  await suzuki.getByText('食い違いが2か所あります').waitFor();
  await suzuki.getByRole('button', { name: 'この内容で確定する' }).click();
  await suzuki.getByText('正しいほうを選んでください。').first().waitFor();
  expect(await accessibilityFaults(suzuki, 'main')).toEqual([]);
  await suzuki.getByRole('radio', { name: /7654321/ }).check();
  await suzuki.getByRole('radio', { name: /普通/ }).check();
  await suzuki.getByRole('button', { name: 'この内容で確定する' }).click();
  await suzuki.getByText('照合済みです（佐藤 健・鈴木 恵）').waitFor();

  // What was keyed in first is no longer what holds, and nothing else can be submitted.
  expect((await submit(paper.answers)).body.code).toBe('paper-check-required');
  const settled = { ...paper.answers, bank: { ...paper.answers['bank'], account_no: '7654321' } };
  const received = await submit(settled);
  expect(received.status).toBe(200);
  const at = `/applications/${received.body.applicationId}`;
  const trail = await ask<PaperTrail>(sato, 'GET', `${at}/paper`);
  expect(trail.body.paper?.arrivals[0]).toMatchObject({
    keyedBy: '佐藤 健',
    checked: { by: '鈴木 恵', differed: 2 },
  });
  const { body: left } = await ask<PaperDesk>(sato, 'GET', '/paper');
  expect(left.drafts.map(({ id }) => id)).not.toContain(paper.id);

  // Of what comes back corrected, only what has changed is keyed in twice.
  const { body: view } = await ask<DeskApplicationView>(sato, 'GET', at);
  await ask(sato, 'POST', `${at}/actions/ask_correction`, {
    lock: view.lock,
    publicReason: '次の点を直してください。',
    targets: [
      { path: '/bank/account_no', comment: '通帳のとおりに書いてください。' },
      { path: '/bank/holder_kana', comment: '通帳のとおりに書いてください。' },
    ],
  });
  const { body: back } = await ask<{ id: string }>(sato, 'POST', `${at}/paper-correction`);
  await upload(sato, `/paper/${back.id}/scans`, '補正.png');
  const checkBack = `/paper/${back.id}/check`;
  const unchanged = await ask<PaperCheckView>(sato, 'GET', checkBack);
  expect([unchanged.body.state, unchanged.body.fields]).toEqual(['none', []]);

  const { body: begun } = await ask<PaperDraftView>(sato, 'GET', `/paper/${back.id}`);
  const mended = { ...begun.draft.answers, bank: { ...settled.bank, account_no: '1122334' } };
  const { body: saved } = await ask<SavedDraft>(sato, 'PUT', `/paper/${back.id}`, {
    revision: begun.draft.revision,
    answers: mended,
  });
  const submitBack = () =>
    ask<Receipt & { code: string }>(sato, 'POST', `/paper/${back.id}/submit`, {
      revision: saved.revision,
      answers: mended,
      setAside: [],
    });
  expect((await submitBack()).body.code).toBe('paper-check-required');
  const wanted = await ask<PaperCheckView>(sato, 'POST', checkBack);
  expect(wanted.body.fields.map(({ path }) => path)).toEqual(['bank.account_no']);
  const second = await ask<PaperCheckView>(suzuki, 'PUT', `${checkBack}/typed`, {
    answers: { 'bank.account_no': '１１２２３３４' },
  });
  expect(second.body.state).toBe('settled');
  expect((await submitBack()).status).toBe(200);
  const after = await ask<DeskApplicationView>(sato, 'GET', at);
  expect(after.body.stage).toBe('first_review');
  const both = await ask<PaperTrail>(sato, 'GET', `${at}/paper`);
  expect(both.body.paper?.arrivals[1]).toMatchObject({
    keyedBy: '佐藤 健',
    checked: { by: '鈴木 恵', differed: 0 },
  });
  await sato.assertClean();
  await suzuki.assertClean();
});
