import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasPoppler, textOf } from '../server/support/pdf-tools.js';
import { newPage, type TestPage } from '../support/browser.js';
import { arriveAt, attach, choose, download, openMail, pick, question, signIn } from './applicant.js';
import { begin, carryOut, claim, openQueue, takeSeat } from './official.js';
import { photograph } from './papers.js';
import { openPortal, type OpenPortal } from './portal.js';
import { startStory } from './story.js';
import { patience, phone, startWalk } from './walk.js';

const walk = startWalk('gold-sticker');
const { look } = walk;
let portal: OpenPortal;
let applicant: TestPage;
const step = startStory(() => walk.keepLastSight(portal.browser));

// The demo's 喫茶キタノ 福島店 has passed 書類審査 and waits for a day of the visit.
const store = '喫茶キタノ 福島店';
let number: string;

beforeAll(async () => {
  portal = await openPortal();
  applicant = await newPage(portal.browser, phone);
  applicant.setDefaultTimeout(patience);
  applicant.allowComplaints(/401/);
}, 120_000);
afterAll(() => portal.close());

describe('the checklist', () => {
  step('begins with the account of a person who runs a café', async () => {
    await applicant.goto(`${portal.server.url}/procedures/gold-sticker`);
    await applicant.getByRole('link', { name: 'ログインして申請をはじめる' }).click();
    await signIn(applicant, '北野 春香');
    await applicant.getByRole('button', { name: '申請をはじめる' }).click();
    await arriveAt(applicant, '申請する方');
    await applicant.goto(applicant.url().replace(/applicant$/, 'entrance'));
    await arriveAt(applicant, '入口・受付の対策');
    await look(applicant, 'entrance');
  });

  step('asks for the way of doing it and its photograph only when the answer calls for them', async () => {
    const method = question(applicant, '基準4の取り組みの方法');
    const photo = question(applicant, '基準4の写真');
    expect(await method.count()).toBe(0);
    await choose(applicant, '基準4の実施の状況', '実施している');
    await method.waitFor();
    expect(await photo.count()).toBe(0);
    await choose(applicant, '基準4の取り組みの方法', '従業員がお客さまの手に吹きかける');
    expect(await photo.count()).toBe(0);
    await choose(applicant, '基準4の取り組みの方法', '手で押す消毒液');
    await photo.waitFor();
    const { 入口の消毒液: picture } = await photograph(portal.browser, ['入口の消毒液']);
    await attach(applicant, '基準4の写真', picture);
    await look(applicant, 'photo-asked');
    await choose(applicant, '基準4の実施の状況', 'まだ実施していない');
    await photo.waitFor({ state: 'detached' });
    expect(await method.count()).toBe(0);
    await applicant.assertClean();
  });
});

describe('the visit', () => {
  step('is given a day', async () => {
    const suzuki = await takeSeat(portal.browser, portal.server.url, '鈴木 恵');
    await openQueue(suzuki, '現地確認の日程調整');
    const row = suzuki.getByRole('row').filter({ hasText: store });
    number = await row.getByRole('link').innerText();
    await claim(suzuki, number);
    await begin(suzuki, '訪問の日時を決める');
    await suzuki.getByLabel('訪問する日').fill('2026-12-01');
    await pick(suzuki, '時間帯', '午後（13時から17時）');
    await suzuki.getByLabel('担当の班').fill('第3班');
    await look(suzuki, 'schedule');
    await carryOut(suzuki, '訪問の日時を決める');
    await suzuki.assertClean();
    await suzuki.context().close();
    const mail = await openMail(applicant, '現地確認', '12月1日');
    expect(await mail.innerText()).toContain('午後（13時から17時）');
    await look(applicant, 'mail-visit');
  });

  step('is recorded by the inspector, who cannot do without the record', async () => {
    const watanabe = await takeSeat(portal.browser, portal.server.url, '渡辺 光');
    await openQueue(watanabe, '現地確認');
    await claim(watanabe, number);
    await look(watanabe, 'inspection');
    const action = '適合：決裁へ進める';
    await begin(watanabe, action);
    const dialog = watanabe.getByRole('dialog', { name: action });
    await dialog.getByRole('button', { name: action }).click();
    const summary = dialog.getByRole('group', { name: /誤りがあります$/ });
    await summary.and(watanabe.locator(':focus')).waitFor();
    expect(await summary.getByRole('listitem').count()).toBe(4);
    await look(watanabe, 'inspection-wrong');
    await pick(watanabe, '結果', 'すべて適合');
    await watanabe.getByLabel('現地確認をした日').fill('2026-11-22');
    await watanabe.getByLabel('確認した職員').fill('渡辺、南、東田');
    await watanabe.getByLabel('確認の記録').fill('該当する項目をすべて確認した。');
    await carryOut(watanabe, action);
    await watanabe.assertClean();
    await watanabe.context().close();
  });
});

describe('the certificate', () => {
  step('is decided on by another person', async () => {
    const tanaka = await takeSeat(portal.browser, portal.server.url, '田中 律子');
    await openQueue(tanaka, '決裁（認証）');
    await claim(tanaka, number);
    await begin(tanaka, '認証する');
    await carryOut(tanaka, '認証する');
    await tanaka.assertClean();
    await tanaka.context().close();
  });

  step('is downloaded by the applicant, with the name of the café', async () => {
    const mail = await openMail(applicant, '認証', number);
    await mail.getByRole('link').click();
    await arriveAt(applicant, '感染防止認証ゴールドステッカー 交付申請');
    const link = /認証書.*保存する/;
    await applicant.getByRole('link', { name: link }).waitFor();
    await look(applicant, 'certified');
    const certificate = await download(applicant, link);
    if (hasPoppler) {
      const text = textOf(certificate);
      for (const words of ['喫茶キタノ福島店', '感認第']) expect(text).toContain(words);
    } else console.warn('pdftotext is not on this machine: the text of the certificate was not read.');
    await applicant.assertClean();
  });

  it('no screen on the way kept anyone from using it', () => {
    expect(walk.faults).toEqual([]);
  });
});
