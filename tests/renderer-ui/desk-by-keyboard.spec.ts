import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { newPage } from '../support/browser.js';
import { Keyboard } from '../support/keyboard.js';
import { heading, KeyboardDesk } from '../support/keyboard-desk.js';
import { soon } from '../support/soon.js';

let desk: KeyboardDesk;
beforeAll(async () => {
  desk = await KeyboardDesk.open();
});
afterAll(() => desk?.close());

describe('without a mouse', () => {
  it('one signs in', async () => {
    const page = await newPage(desk.browser);
    const keys = new Keyboard(page);
    await page.goto(`${desk.server.url}/desk`);
    await keys.type(page.getByRole('textbox', { name: '職員番号' }), 'sato');
    await keys.press('Tab');
    await page.keyboard.type(demoPassword);
    await keys.press('Enter');
    await heading(page, /未割当|自分の担当|すべて/).waitFor();
    await page.assertClean();
    await page.context().close();
  });

  it('a case is found, taken, marked answer by answer, and sent on to the next stage', async () => {
    const keys = await desk.official('sato');
    const { page } = keys;
    await desk.find(keys, '梅田', 'なにわ酒場 梅田店');

    await keys.press('s');
    const rail = page.getByRole('region', { name: '審査の状況' });
    await keys.keepsPlace(rail);
    await keys.enter(page.getByRole('button', { name: '担当する', exact: true }), 10);
    await page.getByText('佐藤 健').first().waitFor();

    // From the first answer that has no mark yet.
    await page.locator('[data-mark]').first().waitFor();
    await keys.press('c');
    await keys.keepsPlace(page.locator('[data-mark="checked"]').first());
    await keys.press('c');
    await soon(async () =>
      expect(await page.locator('[data-mark="checked"][aria-pressed="true"]').count()).toBe(1),
    );
    await keys.press('d');
    const note = page.getByRole('textbox', { name: /何が足りないか、どう直すか/ });
    await keys.keepsPlace(note);
    await page.keyboard.type('許可証のとおりに直してください。');
    await keys.enter(page.getByRole('button', { name: '印を付ける' }), 3);
    await soon(async () =>
      expect(await page.locator('[data-mark="defect"][aria-pressed="true"]').count()).toBe(1),
    );

    // To the state and back to where one was.
    const place = await page.evaluate(() => document.activeElement?.outerHTML);
    await keys.press('s');
    await keys.keepsPlace(rail);
    await keys.press('s');
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(place));

    await keys.press('a');
    await keys.enter(page.getByRole('button', { name: '二次審査へ進める' }), 4);
    const dialog = page.getByRole('dialog', { name: '二次審査へ進める' });
    await dialog.waitFor();
    await keys.enter(dialog.getByRole('button', { name: '二次審査へ進める' }), 10);
    await page.getByText('「二次審査へ進める」を行いました。').waitFor();
    await keys.press('q');
    await heading(page, '「梅田」の検索結果').waitFor();
    await page.assertClean();
  });

  it('a correction is asked for, point by point', async () => {
    const keys = await desk.official('sato');
    const { page } = keys;
    await desk.find(keys, '真田山', 'はなれ屋 真田山');
    await keys.press('a');
    await keys.enter(page.getByRole('button', { name: '補正を求める' }), 4);
    await keys.space(page.getByRole('checkbox', { name: /有効期間のおわり/ }), 200);
    await keys.press('a');
    await keys.enter(page.getByRole('button', { name: '依頼の文面へ' }), 4);
    await keys.type(
      page.getByRole('textbox', { name: /何を、どう直すか/ }),
      '許可証に書かれた日を入力してください。',
      12,
    );
    await keys.enter(page.getByRole('button', { name: '内容を確認する' }), 8);
    const dialog = page.getByRole('dialog', { name: '補正を求める' });
    await dialog.waitFor();
    await keys.enter(dialog.getByRole('button', { name: '補正を求める' }), 12);
    await page.getByText('「補正を求める」を行いました。').waitFor();
    await page.assertClean();
  });

  it('a case is handed over; of one the amount is changed with reasons, and it is put on hold', async () => {
    const keys = await desk.official('suzuki');
    const { page } = keys;
    await desk.find(keys, '新世界', '串かつ なにわ 新世界店');
    await keys.press('s');
    const handOver = page.getByRole('button', { name: 'ほかの職員に割り当てる' });
    await keys.enter(handOver, 10);
    await page.getByRole('dialog').waitFor();
    await keys.tabTo(page.getByRole('combobox', { name: /新しい担当者/ }), 6);
    await keys.choose(/田中 律子/);
    await keys.press('Tab');
    await page.keyboard.type('売上の台帳を見てください。');
    await keys.enter(page.getByRole('button', { name: '割り当てる', exact: true }), 4);
    await page.getByRole('region', { name: '状況', exact: true }).getByText('田中 律子').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await keys.keepsPlace(handOver);

    await desk.find(keys, '天満', '立呑み なにわ 天満店');
    const amount = page.getByRole('dialog', { name: '「今回お支払いする額」を変更する' });
    await keys.enter(page.getByRole('button', { name: '計算結果を変更する' }), 250);
    await keys.type(amount.getByLabel(/変更後の値/), '120000');
    await keys.type(amount.getByLabel(/申請者に伝える理由/), '休業日を数え直しました。');
    await keys.type(amount.getByLabel(/職員向けの理由/), '売上台帳の写しで確かめた。');
    await keys.enter(amount.getByRole('button', { name: '変更する' }));
    await page.getByText('「今回お支払いする額」を変更しました。').waitFor();
    await keys.keepsPlace(page.locator('#desk-done'));

    await keys.press('a');
    await keys.enter(page.getByRole('button', { name: '保留にする' }), 12);
    const dialog = page.getByRole('dialog', { name: '保留にする' });
    await keys.type(dialog.getByLabel(/保留の理由/), '税務署への照会の回答を待っている。', 6);
    await keys.date(dialog.getByLabel(/見直し日/), `${new Date().getFullYear() + 1}-02-02`, 6);
    await keys.press('Enter');
    await page.getByText('税務署への照会の回答を待っている。').first().waitFor();
    await page.assertClean();
  });

  it('cases of a queue are given to somebody together, which is taken back; the next one is opened', async () => {
    const keys = await desk.official('sato');
    const { page } = keys;
    await keys.enter(page.getByRole('link', { name: /^書類審査/ }), 80);
    await heading(page, /書類審査/).waitFor();
    await page.locator('[data-row]').nth(1).waitFor();
    await keys.press('j', 'x', 'j', 'Shift+X');
    await page.getByText('2件を選択中').waitFor();
    await keys.press('a');
    await keys.keepsPlace(page.getByRole('button', { name: '選んだ申請をまとめて処理' }));
    await keys.press('Enter');
    await page.getByLabel('行う操作').waitFor();
    await keys.tabTo(page.getByLabel('行う操作'), 12);
    await keys.choose(/担当を割り振る/);
    await keys.space(page.getByRole('checkbox', { name: /佐藤 健/ }), 12);
    await keys.enter(page.getByRole('button', { name: '結果の見込みを確かめる' }), 12);
    await page.getByRole('heading', { name: '2. 結果の見込み' }).waitFor();
    await keys.enter(page.getByRole('button', { name: '2件を実行する' }), 20);
    await keys.enter(page.getByRole('button', { name: '取り消す' }));
    await page.getByRole('status').filter({ hasText: '取りやめました' }).waitFor();
    await keys.keepsPlace(page.locator('main *'));

    await keys.press('/');
    await page.keyboard.type('なにわ');
    await keys.press('Enter');
    await page.locator('[data-row]').nth(1).waitFor();
    await keys.press('j', 'Enter');
    await page.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
    const first = await page.locator('h1').innerText();
    await keys.press('n');
    await soon(async () => expect(await page.locator('h1').innerText()).not.toBe(first));
    await page.assertClean();
  });

  it('a decision is made after a look at what will be sent, in its final form', async () => {
    const keys = await desk.official('tanaka');
    const { page } = keys;
    await desk.find(keys, '新世界', '串かつ なにわ 新世界店');
    await keys.press('a');
    await keys.enter(page.getByRole('button', { name: '支給を決定する' }), 6);
    const dialog = page.getByRole('dialog', { name: '支給を決定する' });
    await keys.date(dialog.getByLabel('振込の予定日'), `${new Date().getFullYear() + 1}-02-03`);
    await keys.enter(dialog.getByRole('button', { name: '文面を確かめる' }));
    await keys.tabTo(dialog.getByRole('link', { name: /PDF（案）を開く/ }));
    await keys.enter(dialog.getByRole('button', { name: '支給を決定する' }));
    await page.getByText('「支給を決定する」を行いました。').waitFor();
    await keys.keepsPlace(page.locator('main *'));
    await page.assertClean();
  });

  it('an opinion is asked of another office and given, one is taken back; a note is left and a message written', async () => {
    const sato = await desk.official('sato');
    const { page } = sato;
    await desk.find(sato, '中崎', '喫茶キタノ 中崎店');
    await sato.press('s');
    await sato.enter(page.getByRole('button', { name: '取り下げる' }), 60);
    const ending = page.getByRole('dialog', { name: /への照会を取り下げますか/ });
    await sato.type(ending.getByRole('textbox'), '許可証の写しで足りた。');
    await sato.enter(ending.getByRole('button', { name: '取り下げる' }));
    await page.getByRole('button', { name: 'もう一度照会する' }).waitFor();
    await sato.keepsPlace(page.getByRole('region', { name: '意見照会' }).locator('*'));

    await sato.enter(page.getByRole('button', { name: '他の部署に意見を照会する' }), 60);
    const dialog = page.getByRole('dialog', { name: '意見を照会する' });
    await sato.tabTo(dialog.getByLabel('照会先の部署'));
    await sato.choose(/食の安全推進課/);
    await sato.type(dialog.getByLabel('照会の内容'), '許可の条件をお知らせください。');
    await sato.space(dialog.getByRole('checkbox', { name: /をすべて選ぶ/ }).first());
    await sato.enter(dialog.getByRole('button', { name: '照会する' }), 120);
    await dialog.waitFor({ state: 'hidden' });
    await sato.keepsPlace(page.getByRole('button', { name: '他の部署に意見を照会する' }));

    await sato.enter(page.getByRole('button', { name: 'メモを書く' }), 60);
    await page.keyboard.type('電話で確かめた。');
    await sato.enter(page.getByRole('button', { name: 'メモを残す' }), 3);
    await page.getByText('電話で確かめた。').waitFor();
    await sato.keepsPlace(page.getByRole('heading', { name: '職員メモ' }));
    await sato.enter(page.getByRole('button', { name: '申請者に書く' }), 60);
    await page.keyboard.type('来週までに確かめます。');
    await sato.enter(page.getByRole('button', { name: '送信する' }), 6);
    await page.getByText('メッセージを送信しました。').waitFor();
    await sato.keepsPlace(page.getByRole('region', { name: 'やりとり' }).locator('*'));

    const kimura = await desk.at('kimura', '意見照会');
    const asked = kimura.page.getByRole('listitem').filter({ hasText: '許可の条件をお知らせください' });
    await kimura.enter(asked.getByRole('link'));
    await kimura.enter(kimura.page.getByRole('button', { name: '自分が担当する' }));
    await kimura.radio(kimura.page.getByRole('radio', { name: '条件付' }), 120);
    await kimura.type(kimura.page.getByLabel('回答の内容'), '手洗い設備を確かめてください。');
    await kimura.enter(kimura.page.getByRole('button', { name: '回答を送る' }));
    await kimura.page.getByText('回答を送りました。').waitFor();
    await kimura.keepsPlace(kimura.page.locator('main *'));
    await page.assertClean();
    await kimura.page.assertClean();
  });

  it('a list is ordered, narrowed, given a column and kept under a name, and many cases are begun from a table', async () => {
    const keys = await desk.official('sato');
    const { page } = keys;
    await keys.enter(page.getByRole('link', { name: /^二次審査/ }), 80);
    await heading(page, /二次審査/).waitFor();
    await keys.tabTo(page.getByLabel('並び順'), 90);
    await keys.choose(/到達の新しい順/);
    await keys.enter(page.locator('summary', { hasText: '絞り込み' }));
    const messages = page.getByRole('checkbox', { name: '未読メッセージ' });
    await keys.space(messages);
    await page.getByText('絞り込み（1）').waitFor();
    await keys.press('Space');
    await page.getByText('絞り込み（1）').waitFor({ state: 'hidden' });
    await keys.keepsPlace(messages);
    await keys.enter(page.locator('summary', { hasText: /^列/ }));
    await keys.space(page.getByRole('checkbox', { name: '許可番号' }));
    await page.getByRole('columnheader', { name: '許可番号' }).waitFor();
    await keys.enter(page.getByRole('button', { name: 'この一覧を保存' }));
    const dialog = page.getByRole('dialog', { name: 'この一覧を保存' });
    await keys.type(dialog.getByLabel('一覧の名前'), '新しいものから');
    await keys.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '新しいものから' }).waitFor();
    const number = await page.locator('[data-row]').first().innerText();
    await keys.enter(page.getByRole('button', { name: 'この一覧を保存' }));
    await keys.enter(dialog.getByRole('button', { name: '「新しいものから」を削除' }));
    await dialog.getByRole('button', { name: '「新しいものから」を削除' }).waitFor({ state: 'hidden' });
    await keys.keepsPlace(dialog.locator('*'));
    await keys.press('Escape');

    await page.goto(`${desk.server.url}/desk/batches`);
    const table = { name: '一覧.csv', mimeType: 'text/csv', buffer: Buffer.from(`申込番号\n${number}\n`) };
    await keys.bring(page.getByLabel('CSVファイルから読み込む'), table);
    await keys.enter(page.getByRole('button', { name: '一覧を確かめる' }));
    await page.getByLabel('行う操作').waitFor();
    await keys.tabTo(page.getByLabel('行う操作'));
    await keys.choose(/担当者を決める/);
    await keys.enter(page.getByRole('button', { name: '結果の見込みを確かめる' }));
    await page.getByRole('heading', { name: '2. 結果の見込み' }).waitFor();
    await page.assertClean();
  });
});
