import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import { addWorkingDays, civilDateInJapan, isBankDay } from '../../src/engine/index.js';
import { png } from '../server/support/jitan-answers.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { execute } from '../support/cluster.js';
import { heading, KeyboardDesk } from '../support/keyboard-desk.js';
import { soon } from '../support/soon.js';

let desk: KeyboardDesk;
beforeAll(async () => {
  desk = await KeyboardDesk.open();
});
afterAll(() => desk?.close());

const today = (): string => civilDateInJapan(new Date().toISOString());
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png });

function nextBankDay(): string {
  let day = addWorkingDays(today(), 3);
  while (!isBankDay(day)) day = addWorkingDays(day, 1);
  return day;
}

/** As the applicant does in the portal. */
async function nameAnotherAccount(mail: string, applicationId: string): Promise<void> {
  await execute(
    desk.server.databaseUrl ?? '',
    `update account set password_hash = (select password_hash from account where mail = 'naniwa@example.jp')
     where mail = '${mail}'`,
  );
  const { url } = desk.server;
  const { request } = await desk.browser.newContext({ extraHTTPHeaders: { origin: url } });
  await request.post(`${url}/api/session/applicant`, { data: { mail, password: demoPassword } });
  const opened = await request.post(`${url}/api/applications/${applicationId}/correction`);
  const { id, revision, answers } = (await opened.json()) as DraftView;
  const bank = { ...(answers.bank as object), account_no: '0777777' };
  const saved = await request.put(`${url}/api/drafts/${id}`, {
    data: { revision, answers: { ...answers, bank } },
  });
  const data = (await saved.json()) as Pick<DraftView, 'revision'>;
  const sent = await request.post(`${url}/api/drafts/${id}/submit`, { data: { revision: data.revision } });
  expect(sent.status()).toBe(201);
}

describe('without a mouse, payments', () => {
  it('are judged by one, released by another, made into a file, and closed by what the bank says', async () => {
    const ito = await desk.at('ito', '支払');
    const { page } = ito;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await ito.enter(page.getByRole('row').filter({ hasText: '確認中' }).getByRole('link').first());
    await page.getByText('確かめていない注意が').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const left of ['2', '1', null]) {
      await ito.enter(button('認める').first(), 80);
      const dialog = page.getByRole('dialog');
      await ito.type(dialog.getByLabel('認める理由'), '代表者の口座と、電話で確かめた。');
      await ito.enter(dialog.getByRole('button', { name: '認める' }));
      await dialog.waitFor({ state: 'hidden' });
      await (left === null
        ? button('確認を終えて承認に回す').waitFor()
        : page.getByText(`確かめていない注意が${left}件`).waitFor());
      await ito.keepsPlace(page.locator('section[aria-labelledby=payment-rows] *'));
    }
    await ito.enter(button('確認を終えて承認に回す'), 80);
    await page.getByText('あなたはこの支払を承認できません。').waitFor();
    await ito.keepsPlace(page.getByRole('heading', { name: '次にすること' }));
    expect(await accessibilityFaults(page, 'main')).toEqual([]);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    const matsumoto = await desk.at('matsumoto', '支払');
    const other = matsumoto.page;
    await matsumoto.enter(other.locator(`main a[href$="${id}"]`));
    await matsumoto.enter(other.getByRole('button', { name: /の支払を承認する/ }));
    await matsumoto.enter(other.getByRole('button', { name: '振込データを作る' }));
    const file = other.getByRole('link', { name: /を保存$/ }).first();
    await file.waitFor();
    expect(await matsumoto.fetch(file)).toMatch(/\.(txt|dat)$/);
    expect(await accessibilityFaults(other, 'main')).toEqual([]);

    // The day of the transfer has come.
    await execute(
      desk.server.databaseUrl ?? '',
      `update payment_batch set pay_on = '${today()}' where id = '${id}'`,
    );
    await matsumoto.date(other.getByLabel('残りを振込済みにする日'), today());
    await matsumoto.enter(other.getByRole('button', { name: '結果を取り込む' }));
    await other.getByText('すべての結果がそろいました。').first().waitFor();
    await matsumoto.keepsPlace(other.getByRole('heading', { name: '銀行の結果' }));

    // Weeks later the bank returns one, and its applicant names another account.
    const paid = other.getByRole('row').filter({ hasText: 'はなれ屋 谷町' });
    const address = await paid.getByRole('link').getAttribute('href');
    await matsumoto.enter(paid.getByRole('button', { name: '組戻しを記録する' }), 80);
    const dialog = other.getByRole('dialog');
    await matsumoto.tabTo(dialog.getByLabel('戻った理由'));
    await matsumoto.choose(/解約/);
    await matsumoto.enter(dialog.getByRole('button', { name: '記録する' }));
    await dialog.waitFor({ state: 'hidden' });
    await paid.getByText('組戻し（').waitFor();
    await matsumoto.keepsPlace(other.locator('section[aria-labelledby=payment-rows] *'));
    await nameAnotherAccount('hanareya@example.jp', address?.split('/').at(-1) ?? '');
    await page.assertClean();
    await other.assertClean();
  });

  it('are put together for a day, first what came back, and what is not to be paid is taken out', async () => {
    const keys = await desk.at('ito', '支払');
    const { page } = keys;
    const button = (name: RegExp | string) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    await keys.enter(page.getByRole('link', { name: '支払を作る' }));
    await heading(page, '支払を作る').waitFor();
    await keys.date(page.getByLabel('振込指定日'), nextBankDay());
    const returned = page.getByRole('row').filter({ hasText: '組戻しあり' });
    await keys.space(returned.getByRole('checkbox'), 80);
    await page.getByText('選んだ申請だけ（1件）').waitFor();
    await keys.press('Enter');
    await heading(page, /支払第\d+号/).waitFor();
    await page.getByText('口座変更').waitFor();
    await keys.enter(button('支払から外す').first(), 80);
    const dialog = page.getByRole('dialog');
    await keys.type(dialog.getByRole('textbox'), '申請者から延期の申し出があった。');
    await keys.enter(dialog.getByRole('button', { name: '支払から外す' }));
    await page.getByText('1件を外しました').waitFor();
    await keys.keepsPlace(page.locator('section[aria-labelledby=payment-rows] *'));
    await keys.enter(button('支払を取りやめる'), 80);
    await keys.type(dialog.getByRole('textbox'), '別の支払に入れる。');
    await keys.enter(dialog.getByRole('button', { name: '支払を取りやめる' }));
    await page.getByText('この支払は取りやめました。').waitFor();
    await keys.keepsPlace(page.getByRole('heading', { name: '次にすること' }));
    await page.assertClean();
  });
});

describe('without a mouse, a table of applications', () => {
  it('is defined, kept, made and fetched', async () => {
    const sato = await desk.official('sato');
    const { page } = sato;
    await page.goto(`${desk.server.url}/desk/exports`);
    const form = page.getByRole('form', { name: '申請の書き出し' });
    await sato.tabTo(form.getByLabel('状態'));
    await sato.choose(/処理中のもの/);
    await sato.tabTo(form.getByLabel('ファイルの形式'));
    await sato.choose(/UTF-8/);
    await sato.radio(form.getByRole('radio', { name: '列を選ぶ' }));
    await sato.enter(
      form
        .locator('summary')
        .filter({ hasText: /^受付|^申請/ })
        .first(),
    );
    await sato.space(
      form.locator('.desk-exports__columns .desk-exports__grid').getByRole('checkbox').first(),
    );
    await sato.type(form.getByLabel(/^名前/), '毎朝の一覧', 200);
    await sato.enter(form.getByRole('button', { name: '定義を保存' }));
    const dialog = page.getByRole('dialog', { name: '定義を保存する' });
    await sato.space(dialog.getByRole('checkbox', { name: /みんなで使う/ }));
    await sato.enter(dialog.getByRole('button', { name: '定義を保存' }));
    await dialog.waitFor({ state: 'hidden' });
    await sato.keepsPlace(form.getByRole('button', { name: '定義を保存' }));
    await page.getByRole('combobox', { name: '保存した定義' }).waitFor();
    await sato.press('Shift+Tab');
    await sato.keepsPlace(form.getByRole('button', { name: '表を作る' }));
    await sato.press('Enter');
    const file = page.getByRole('link', { name: /を受け取る$/ }).first();
    await file.waitFor();
    expect(await sato.fetch(file)).toMatch(/毎朝の一覧.*\.(csv|zip)$/);
    await page.assertClean();
  });
});

describe('without a mouse, an application on paper', () => {
  it('is keyed in with its scan', async () => {
    const sato = await desk.at('sato', '紙の申請');
    const { page } = sato;
    await sato.tabTo(page.getByRole('combobox', { name: '手続' }));
    await sato.choose(/ゴールドステッカー/);
    await sato.type(page.getByLabel('名前（名称）'), '紙野 一郎');
    await sato.type(page.getByLabel(/^住所/), '大阪府大阪市中央区大手前2-1-22');
    await sato.press('Enter');
    await heading(page, '紙の入力：紙野 一郎').waitFor();
    const step = page.locator('#paper-step');
    await step.waitFor();
    const first = await step.innerText();
    await sato.bring(page.getByRole('button', { name: 'スキャンを付ける' }), picture('申請書.png'));
    await page.getByRole('button', { name: '申請書.pngを外す' }).waitFor();
    await sato.tabTo(page.locator('.desk-keyin__form input, .desk-keyin__form select').first(), 90);
    await sato.press('Control+Enter');
    await soon(async () => expect(await step.innerText()).not.toBe(first));
    await sato.keepsPlace(step);
    await page.assertClean();
  });

  it('is keyed in again by a second official, settled and submitted', async () => {
    const suzuki = await desk.at('suzuki', '紙の申請');
    const { page } = suzuki;
    await suzuki.enter(page.getByRole('link', { name: '津田 茂' }));
    await heading(page, '紙の照合').waitFor();
    const boxes = page.getByRole('main').getByRole('textbox');
    await boxes.nth(1).waitFor();
    for (const box of await boxes.all()) await suzuki.type(box, '0666330099');
    await suzuki.enter(page.getByRole('button', { name: '照らし合わせる' }));
    await page.getByText(/食い違いが[12]か所あります/).waitFor();
    for (const group of await page
      .getByRole('main')
      .getByRole('group')
      .filter({ has: page.getByRole('radio') })
      .all())
      await suzuki.radio(group.getByRole('radio').first());
    await suzuki.enter(page.getByRole('button', { name: 'この内容で確定する' }));
    await page.getByText('照合済みです（佐藤 健・鈴木 恵）').waitFor();
    await suzuki.enter(page.getByRole('link', { name: 'この紙の入力へ' }));
    await page.locator('#paper-step').waitFor();
    while ((await page.locator('#paper-step').innerText()) !== '確かめて提出')
      await suzuki.press('Control+Enter');
    await suzuki.enter(page.getByRole('button', { name: '提出する（到達）' }));
    await page
      .getByText(/受け付けました/)
      .first()
      .waitFor();
    await page.assertClean();
  });
});

describe('without a mouse, staff', () => {
  it('are given a role, signed out everywhere, added and shut out', async () => {
    const kobayashi = await desk.at('kobayashi', '職員');
    const { page } = kobayashi;
    await kobayashi.enter(page.getByRole('link', { name: '木村 桜' }));
    await heading(page, '木村 桜').waitFor();
    await kobayashi.enter(page.getByRole('button', { name: '登録と役割を変更する' }));
    await heading(page, '木村 桜 の登録の変更').waitFor();
    await kobayashi.space(page.getByRole('checkbox', { name: /書類審査員/ }), 90);
    await kobayashi.enter(page.getByRole('button', { name: '変更を保存する' }), 90);
    await page.getByText('変更を保存しました。').waitFor();
    await kobayashi.keepsPlace(heading(page, '木村 桜'));
    await kobayashi.enter(page.getByRole('link', { name: '職員の一覧へ戻る' }));
    await kobayashi.enter(page.getByRole('link', { name: '伊藤 翼' }), 90);
    await kobayashi.enter(page.getByRole('button', { name: 'すべての端末でサインアウトさせる' }));
    await page.getByText('すべての端末でサインアウトさせました。').waitFor();
    await kobayashi.keepsPlace(page.getByRole('heading', { name: '操作', exact: true }));

    await kobayashi.enter(page.getByRole('link', { name: '職員の一覧へ戻る' }));
    await kobayashi.enter(page.getByRole('link', { name: '職員を登録する' }), 90);
    await kobayashi.type(page.getByLabel('職員番号'), 'mori');
    await kobayashi.type(page.getByLabel('氏名'), '森 千夏');
    await kobayashi.tabTo(page.getByLabel('部署'));
    await kobayashi.choose(/情報システム課/);
    await kobayashi.enter(page.getByRole('button', { name: '登録する' }), 200);
    await page.getByText('森 千夏 さんの初期パスワードです。').waitFor();
    await kobayashi.enter(page.getByRole('button', { name: '伝える準備ができました' }));
    await heading(page, '森 千夏').waitFor();
    await kobayashi.enter(page.getByRole('button', { name: '利用を停止する' }));
    const dialog = page.getByRole('dialog', { name: '利用を停止する' });
    await kobayashi.type(dialog.getByRole('textbox'), '登録した課を間違えた。');
    await kobayashi.enter(dialog.getByRole('button', { name: '利用を停止する' }));
    await page.getByText('利用を停止しました。').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await kobayashi.keepsPlace(page.getByRole('button', { name: '利用を再開する' }));
    await page.assertClean();
  });

  it('name who stands in for them, and take it back', async () => {
    const tanaka = await desk.official('tanaka');
    const { page } = tanaka;
    await tanaka.enter(page.locator('.desk-own summary').last());
    await tanaka.enter(page.getByRole('link', { name: '不在の設定' }));
    await heading(page, '不在と代理').waitFor();
    await tanaka.date(page.getByLabel('最初の日'), today());
    await tanaka.tabTo(page.getByLabel('代理の職員'));
    await tanaka.choose(/鈴木 恵/);
    await tanaka.enter(page.getByRole('button', { name: '登録する' }));
    const remove = page.getByRole('button', { name: /の不在を取り消す/ });
    await remove.waitFor();
    await tanaka.keepsPlace(heading(page, '不在と代理'));
    await tanaka.enter(remove);
    await page.getByText('登録した不在はありません。').waitFor();
    await tanaka.keepsPlace(heading(page, '不在と代理'));
    await page.assertClean();
  });
});

describe('without a mouse, a visit', () => {
  it('is put into the route, its checklist filled in with a photograph, and ended', async () => {
    // Also where midnight has passed since the demo was made.
    await execute(
      desk.server.databaseUrl ?? '',
      `update visit set on_day = '${today()}' where on_day = (select min(on_day) from visit)`,
    );
    const watanabe = await desk.at('watanabe', '現地確認');
    const { page } = watanabe;
    const rows = page.locator('.desk-route__list > li');
    const second = await rows.nth(1).getByRole('link').first().innerText();
    await watanabe.enter(page.getByRole('button', { name: `${second}を上へ` }));
    await rows.first().getByText(second).waitFor();
    await watanabe.keepsPlace(page.getByRole('button', { name: `${second}を上へ` }));
    await watanabe.enter(rows.first().getByRole('link', { name: '記録する' }), 90);
    await heading(page, second).waitFor();
    const items = page.locator('.desk-visit__item');
    const count = await items.count();
    for (let index = 0; index < count; index += 1)
      await watanabe.radio(
        items
          .nth(index)
          .getByRole('radio')
          .nth(index === 1 ? 1 : 0),
      );
    await watanabe.type(items.nth(count - 1).getByRole('textbox'), '表示が新しい。');
    await watanabe.bring(
      items.nth(count - 1).getByRole('button', { name: '写真を撮る・選ぶ' }),
      picture('入口.png'),
    );
    await items
      .nth(count - 1)
      .getByText('写真 1枚')
      .waitFor();
    await page.getByText('すべて送信しました').waitFor();
    await watanabe.enter(page.getByRole('button', { name: '現地確認を終える' }));
    await page.getByText('現地確認を終えました。').waitFor();
    await page.assertClean();
  });

  it('is arranged from the case, moved to another place, and cancelled', async () => {
    const suzuki = await desk.official('suzuki');
    const { page } = suzuki;
    await desk.find(suzuki, '福島店', '喫茶キタノ 福島店');
    await suzuki.press('s');
    await suzuki.enter(page.getByRole('button', { name: '訪問の日時を決める' }), 40);
    const dialog = page.getByRole('dialog');
    await suzuki.date(dialog.getByLabel('訪問する日'), addWorkingDays(today(), 3));
    await suzuki.space(dialog.getByRole('checkbox', { name: /渡辺 光/ }));
    await suzuki.enter(dialog.getByRole('button', { name: '決める' }));
    await dialog.waitFor({ state: 'hidden' });
    const move = page.getByRole('button', { name: '日時を変える' });
    await move.waitFor();
    await suzuki.keepsPlace(move);

    await suzuki.press('Enter');
    await suzuki.tabTo(dialog.getByLabel('場所'));
    await page.keyboard.press('End');
    await page.keyboard.type('（裏口）');
    await suzuki.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('（裏口）').waitFor();
    await suzuki.keepsPlace(move);

    await suzuki.enter(page.getByRole('button', { name: '取りやめる' }));
    await suzuki.enter(dialog.getByRole('button', { name: '取りやめる' }));
    await move.waitFor({ state: 'hidden' });
    await suzuki.keepsPlace(page.getByRole('region', { name: '現地確認' }).locator('*'));
    await page.assertClean();
  });
});
