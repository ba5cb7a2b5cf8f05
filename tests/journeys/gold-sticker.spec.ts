import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasPoppler, textOf } from '../server/support/pdf-tools.js';
import { newPage, type TestPage } from '../support/browser.js';
import { soon } from '../support/soon.js';
import {
  arriveAt,
  attach,
  choose,
  computed,
  download,
  goOn,
  openMail,
  pick,
  question,
  signIn,
} from './applicant.js';
import {
  agreeToAll,
  fewestMeasures,
  fillEquipment,
  fillHygiene,
  fillLeader,
  fillPermit,
  fillStore,
  fillVisit,
  fillWorkers,
  measuresOfTheShop,
  take,
} from './fill-gold-sticker.js';
import { begin, carryOut, claim, openQueue, takeSeat } from './official.js';
import { photograph, type Paper } from './papers.js';
import { openPortal, type OpenPortal } from './portal.js';
import { startStory } from './story.js';
import { phone, startWalk } from './walk.js';

const title = '感染防止認証ゴールドステッカー 交付申請';
const karaokePage = 'カラオケ・接待・ダンスの対策';
const walk = startWalk('gold-sticker');
const { look } = walk;
let portal: OpenPortal;
let applicant: TestPage;
let paper: Paper;
let number: string;
const step = startStory(() => walk.keepLastSight(portal.browser));

beforeAll(async () => {
  portal = await openPortal();
  applicant = await newPage(portal.browser, phone);
  applicant.allowComplaints(/401/);
  ({ お店の写真: paper } = await photograph(portal.browser, ['お店の写真']));
});
afterAll(() => portal.close());

async function beginAnew(): Promise<void> {
  await applicant.goto(`${portal.server.url}/procedures/gold-sticker`);
  await applicant.getByRole('button', { name: '申請をはじめる' }).click();
  await arriveAt(applicant, '申請する方');
}

describe('the applicant, on a phone', () => {
  step('begins with the account of a person who runs a café, and finds the café filled in', async () => {
    await applicant.goto(`${portal.server.url}/procedures/gold-sticker`);
    await look(applicant, 'procedure');
    await applicant.getByRole('link', { name: 'ログインして申請をはじめる' }).click();
    await signIn(applicant, '北野 春香');
    await applicant.getByRole('button', { name: '申請をはじめる' }).click();
    await arriveAt(applicant, '申請する方');
    await look(applicant, 'applicant');
    await fillStore(applicant);
    await soon(async () =>
      expect(await computed(applicant, 'お店の所在地（確認）')).toBe(
        '大阪府大阪市北区芝田2-3-4 芝田ビル 1階',
      ),
    );
    await look(applicant, 'store');
  });

  step('has a page about karaoke only while there is karaoke', async () => {
    await fillPermit(applicant, paper);
    const allSteps = applicant.getByText('すべてのステップ', { exact: true });
    await allSteps.click();
    const karaoke = applicant.getByRole('link', { name: karaokePage });
    await fillEquipment(applicant, { counter: true, karaoke: false });
    await soon(async () => expect(await karaoke.count()).toBe(0));
    await choose(applicant, 'カラオケの設備がありますか', 'はい');
    await karaoke.waitFor();
    await choose(applicant, 'カラオケの設備がありますか', 'いいえ');
    await karaoke.waitFor({ state: 'detached' });
    await choose(applicant, 'カラオケの設備がありますか', 'はい');
    await karaoke.waitFor();
    await look(applicant, 'facility');
    await allSteps.click();
    await fillLeader(applicant, measuresOfTheShop.leader, paper);
    await look(applicant, 'leader');
  });

  step('is asked for a method and its photograph only when the answer calls for them', async () => {
    await goOn(applicant, '入口・受付の対策');
    await look(applicant, 'entrance');
    const method = question(applicant, '基準4の取り組みの方法');
    const photo = question(applicant, '基準4の写真');
    await soon(async () => expect(await method.count()).toBe(0));
    await choose(applicant, '基準4の実施の状況', '実施している');
    await method.waitFor();
    await soon(async () => expect(await photo.count()).toBe(0));
    await choose(applicant, '基準4の取り組みの方法', '手で押す消毒液');
    await photo.waitFor();
    await attach(applicant, '基準4の写真', paper);
    await look(applicant, 'photo-asked');
    await choose(applicant, '基準4の取り組みの方法', '従業員がお客さまの手に吹きかける');
    await photo.waitFor({ state: 'detached' });
    await choose(applicant, '基準4の実施の状況', 'まだ実施していない');
    await method.waitFor({ state: 'detached' });
    await look(applicant, 'not-yet');
    await applicant.assertClean();
  });

  step('answers for every measure of the shop', async () => {
    // The photograph added above is there again when its question is.
    await choose(applicant, '基準4の実施の状況', '実施している');
    await choose(applicant, '基準4の取り組みの方法', '手で押す消毒液');
    const kept = question(applicant, '基準4の写真').getByRole('button', { name: `${paper.name}を削除` });
    await kept.waitFor();
    await take(applicant, measuresOfTheShop.entrance.slice(1), paper);
    await goOn(applicant, '客席の対策');
    await take(applicant, measuresOfTheShop.seating, paper);
    await look(applicant, 'seating');
    await fillHygiene(applicant, measuresOfTheShop.hygiene, paper);
    await look(applicant, 'hygiene');
    await fillWorkers(applicant, measuresOfTheShop.workers, paper);
    await look(applicant, 'workers');
    await goOn(applicant, karaokePage);
    await take(applicant, measuresOfTheShop.special, paper);
    await soon(async () => expect(await question(applicant, '基準21の実施の状況').count()).toBe(0));
    await look(applicant, 'karaoke');
  });

  step('says when to come, agrees, reads everything once more and submits', async () => {
    await fillVisit(applicant);
    await look(applicant, 'visit');
    await agreeToAll(applicant);
    await look(applicant, 'pledges');
    await goOn(applicant, '内容の確認と提出');
    await look(applicant, 'confirm');
    const text = await applicant.getByRole('main').innerText();
    expect(text).toContain('部屋ごとに換気し、利用のたびに消毒している');
    expect(text).not.toContain('直していただく必要があります');
    await applicant.getByRole('button', { name: 'この内容で提出する' }).click();
    await arriveAt(applicant, '申請が届きました');
    number = await applicant.getByTestId('application-number').innerText();
    expect(number).toMatch(/^0004-\d{2}-\d{7}-\d$/);
    await look(applicant, 'receipt');
    await applicant.assertClean();
  });
});

describe('the visit', () => {
  step('is not left out for a shop with karaoke, whose papers are in order', async () => {
    const sato = await takeSeat(portal.browser, portal.server.url, '佐藤 健');
    await openQueue(sato, '書類審査');
    await claim(sato, number);
    await look(sato, 'papers');
    const actions = sato.getByRole('region', { name: 'できる操作' });
    await actions.getByRole('button', { name: '現地確認の日程調整へ進める' }).waitFor();
    await soon(async () =>
      expect(
        await actions.getByRole('button', { name: '見回りで確かめ済みとして決裁へ進める' }).count(),
      ).toBe(0),
    );
    await begin(sato, '現地確認の日程調整へ進める');
    await carryOut(sato, '現地確認の日程調整へ進める');
    await sato.assertClean();
    await sato.context().close();
  });

  step('is given a day', async () => {
    const suzuki = await takeSeat(portal.browser, portal.server.url, '鈴木 恵');
    await openQueue(suzuki, '現地確認の日程調整');
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
    await soon(async () => expect(await mail.innerText()).toContain('午後（13時から17時）'));
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
    await soon(async () => expect(await summary.getByRole('listitem').count()).toBe(4));
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
    await arriveAt(applicant, title);
    const link = /認証書.*保存する/;
    await applicant.getByRole('link', { name: link }).waitFor();
    await look(applicant, 'certified');
    const certificate = await download(applicant, link);
    if (hasPoppler) {
      const text = textOf(certificate);
      for (const words of ['喫茶キタノ', '大阪市北区芝田2-3-4芝田ビル1階', '北野春香様', '感認第'])
        expect(text).toContain(words);
    } else console.warn('pdftotext is not on this machine: the text of the certificate was not read.');
    await applicant.assertClean();
  });
});

describe('a second application for the same café', () => {
  step('is refused in the words of the procedure, and has no page about karaoke', async () => {
    await beginAnew();
    await fillStore(applicant);
    await fillPermit(applicant, paper);
    await fillEquipment(applicant, { counter: false, karaoke: false });
    await fillLeader(applicant, fewestMeasures.leader, paper);
    await goOn(applicant, '入口・受付の対策');
    await take(applicant, fewestMeasures.entrance, paper);
    await goOn(applicant, '客席の対策');
    await take(applicant, fewestMeasures.seating, paper);
    await fillHygiene(applicant, fewestMeasures.hygiene, paper);
    await fillWorkers(applicant, fewestMeasures.workers, paper);
    await fillVisit(applicant);
    await agreeToAll(applicant);
    await goOn(applicant, '内容の確認と提出');
    applicant.allowComplaints(/409/);
    await applicant.getByRole('button', { name: 'この内容で提出する' }).click();
    const refusal = applicant.getByRole('alert').filter({ hasText: '提出できませんでした' });
    await refusal.waitFor();
    await look(applicant, 'second-refused');
    await soon(async () =>
      expect(await refusal.innerText()).toContain(
        'このお店は、すでに申請中か、認証を受けています。マイページの申請履歴をご確認ください。',
      ),
    );
    await applicant.assertClean();
  });
});

describe('an application for another café', () => {
  // The demo's 喫茶キタノ 福島店 has passed 書類審査 and waits for a day of the visit.
  step('is withdrawn by the applicant, who must say why', async () => {
    await applicant.goto(`${portal.server.url}/applications`);
    const card = applicant.getByRole('listitem').filter({ hasText: '喫茶キタノ 福島店' });
    await look(applicant, 'my-page');
    await card.getByRole('link', { name: title }).click();
    await arriveAt(applicant, title);
    await applicant.getByRole('button', { name: '申請を取り下げる' }).click();
    const dialog = applicant.getByRole('dialog', { name: '申請を取り下げますか' });
    await dialog.getByRole('button', { name: '取り下げる', exact: true }).click();
    await dialog.getByText('取り下げる理由を入力してください。').waitFor();
    await look(applicant, 'withdraw-why');
    await dialog.getByLabel(/^取り下げる理由/).fill('建て替えのため、店を閉めることにしました。');
    await dialog.getByRole('button', { name: '取り下げる', exact: true }).click();
    await applicant.getByText('申請を取り下げました。').waitFor();
    await applicant.getByText('申請は取り下げられました。いつでも、あらためて申請できます。').waitFor();
    const steps = applicant.getByRole('region', { name: 'これまでの経過' });
    for (const words of ['取下げ', '建て替えのため、店を閉めることにしました。'])
      await steps.getByText(words).first().waitFor();
    await soon(async () =>
      expect(await applicant.getByRole('button', { name: '申請を取り下げる' }).count()).toBe(0),
    );
    await look(applicant, 'withdrawn');
    await applicant.assertClean();
  });

  it('no screen on the way kept anyone from using it', () => {
    expect(walk.faults).toEqual([]);
  });
});
