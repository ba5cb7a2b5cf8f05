import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { accessibilityFaults, faultsAtBothWidths } from '../support/accessibility-faults.js';
import { Seats } from '../support/seats.js';
import { soon } from '../support/soon.js';
import { settled } from '../support/settled.js';

let server: TestServer;
let browser: Browser;
let seats: Seats;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  seats = new Seats(browser, server.url);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const official = (login: string): Promise<TestPage> => seats.of(login);

/** Opens the case of a store from the list of all open ones. */
async function openCase(page: TestPage, store: string): Promise<void> {
  await page.goto(`${server.url}/desk?queue=all-open`);
  await page.locator('tr, li').filter({ hasText: store }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: store }).waitFor();
  await page.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
}

describe('a queue', () => {
  it('is worked through by keyboard: j moves, c takes, Enter opens, q leads back to the same row', async () => {
    const page = await official('sato');
    await page.goto(`${server.url}/desk?queue=all-open`);
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = page.locator('[data-row]').nth(1);
    const number = await second.innerText();
    await soon(async () =>
      expect(await second.evaluate((link) => link === document.activeElement)).toBe(true),
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: number }).waitFor();
    await page.keyboard.press('q');
    await page.locator(`[data-row]:focus`).waitFor();
    await soon(async () => expect(await page.locator('[data-row]:focus').innerText()).toBe(number));
    await page.assertClean();
  });

  it('is asked for once its columns are known, and comes late without taking the focus', async () => {
    const page = await official('sato');
    const address = `${server.url}/desk?queue=stage:jitan-9:first_review`;
    await page.goto(address);
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    // Where the list was left: it would be gone back to.
    await page.keyboard.press('j');
    await page.locator('[data-row]:focus').waitFor();
    let comes: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (comes = resolve));
    const asked: string[] = [];
    await page.route(/\/api\/desk\/(lists|applications\?)/, async (route) => {
      asked.push(new URL(route.request().url()).pathname);
      if (asked.at(-1) === '/api/desk/lists') await held;
      await route.continue();
    });
    await page.reload();
    await page.locator('#desk-search').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('梅');
    comes();
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    await page.keyboard.type('田');
    await soon(async () => expect(await page.locator('#desk-search:focus').inputValue()).toBe('梅田'));
    expect(asked).toEqual(['/api/desk/lists', '/api/desk/applications']);
    await page.unrouteAll();
    await page.assertClean();
  });

  it('is searched by an answer, which stays named where the address is opened again', async () => {
    const page = await official('sato');
    await page.goto(`${server.url}/desk/search?q=${encodeURIComponent('許可番号：第')}`);
    await soon(async () => expect(await page.locator('#search-field').inputValue()).toBe('許可番号'));
    await soon(async () => expect(await page.locator('#search-wanted').inputValue()).toBe('第'));
    await page.assertClean();
  });

  it('lets go of a case that somebody takes, and counts it as theirs', async () => {
    const page = await official('sato');
    await page.goto(`${server.url}/desk`);
    await page
      .getByRole('button', { name: /を担当する/ })
      .first()
      .click();
    await page.getByRole('link', { name: '自分の担当 1 件' }).waitFor();
    // The list that was opened on arrival stays, though another one would be opened by now.
    await soon(async () => expect(await page.locator('h1').innerText()).toContain('未割当'));
    await page.getByRole('link', { name: '自分の担当 1 件' }).click();
    await page.getByRole('heading', { level: 1, name: '自分の担当' }).waitFor();
    await page.getByRole('row').filter({ hasText: '佐藤 健' }).waitFor();
    await page.assertClean();
  });
});

// Before anybody acts on it.
describe('a case', () => {
  it('says why it came to its stage, in both languages', async () => {
    const page = await official('yamamoto');
    await openCase(page, 'なにわ酒場 梅田店');
    const status = page.getByRole('region', { name: '状況', exact: true });
    await status.getByRole('heading', { name: 'この段階に来た理由' }).waitFor();
    await soon(async () => expect(await status.innerText()).toContain('「市町村」が「大阪市」'));
    await soon(async () =>
      expect(await status.innerText()).toContain('「簡易ルート（前回と照合）」に進まなかった理由'),
    );
    await page.getByRole('button', { name: 'English' }).click();
    const english = page.getByRole('region', { name: 'Status', exact: true });
    await english.getByRole('heading', { name: 'Why it came to this stage' }).waitFor();
    await soon(async () =>
      expect(await english.innerText()).toContain('“City, town or village” is “Osaka City”'),
    );
    const arrival = page.getByRole('region', { name: 'History', exact: true }).getByRole('listitem').last();
    await soon(async () => expect(await arrival.innerText()).toContain('Arrival'));
    await soon(async () => expect(await arrival.innerText()).toContain('Applicant: 株式会社なにわ酒場'));
    await page.assertClean();
  });
});

describe('a request for correction', () => {
  it('goes out as one list, and only when each point says what to do', async () => {
    const page = await official('sato');
    await openCase(page, 'なにわ酒場 梅田店');
    await page.getByRole('button', { name: '補正を求める' }).click();
    await page.getByRole('checkbox', { name: /有効期間のおわり/ }).check();
    await page.getByRole('checkbox', { name: /^営業許可証の写し/ }).check();
    await page.getByRole('button', { name: '内容を確認する' }).click();
    await page.getByRole('group', { name: '入力内容に2件の誤りがあります' }).waitFor();

    const comments = page.getByRole('textbox', { name: /何を、どう直すか/ });
    await comments.nth(0).fill('許可証に書かれた日を入力してください。');
    await page
      .getByRole('combobox', { name: '理由コードから文を入れる' })
      .nth(1)
      .selectOption('書類が読めない');
    await page
      .getByRole('button', { name: /文を入れる/ })
      .nth(1)
      .click();
    await soon(async () =>
      expect(await comments.nth(1).inputValue()).toBe(
        '書類の文字が切れている、またはぼやけていて読み取れません。',
      ),
    );
    await page.getByRole('button', { name: '内容を確認する' }).click();

    const dialog = page.getByRole('dialog', { name: '補正を求める' });
    await soon(async () =>
      expect(
        await dialog.getByRole('listitem').filter({ hasText: '営業許可　有効期間のおわり' }).count(),
      ).toBe(1),
    );
    await soon(async () => expect(await dialog.innerText()).toContain('次の段階：補正待ち'));
    await dialog.getByRole('button', { name: '補正を求める' }).click();

    await page.getByText('「補正を求める」を行いました。').waitFor();
    await page.getByRole('heading', { name: '補正をお願いしている項目' }).waitFor();
    await page.assertClean();
  });
});

describe('two officials', () => {
  it('who reviewed a case reads why somebody else has to decide it', async () => {
    const page = await official('suzuki');
    await openCase(page, '串かつ なにわ 新世界店');
    const approve = page.getByRole('button', { name: '支給を決定する' });
    await soon(async () => expect(await approve.getAttribute('aria-disabled')).toBe('true'));
    const reason = await approve.getAttribute('aria-describedby');
    await soon(async () =>
      expect(await page.locator(`#${reason ?? ''}`).innerText()).toContain('別の職員が行ってください'),
    );
    await page.assertClean();
  });

  it('do not overwrite each other: the second is told who was first and keeps every word', async () => {
    const [first, second] = await Promise.all([official('suzuki'), official('tanaka')]);
    second.allowComplaints(/409/);
    for (const page of [first, second]) {
      await openCase(page, '串かつ なにわ 新世界店');
      await page.getByRole('button', { name: '二次審査に差し戻す' }).click();
      await page.getByLabel(/申請者に伝える理由/).fill('売上の確かめ直しが必要になりました。');
      await page.getByLabel(/職員向けの理由/).fill('10月分の台帳を再確認する。');
    }
    await first.getByRole('dialog').getByRole('button', { name: '二次審査に差し戻す' }).click();
    await first.getByText('「二次審査に差し戻す」を行いました。').waitFor();

    await second.getByRole('dialog').getByRole('button', { name: '二次審査に差し戻す' }).click();
    await second.getByText(/鈴木 恵さんが「二次審査に差し戻す」を行いました/).waitFor();
    await second.getByRole('button', { name: '最新の内容を読み込む' }).click();
    await second.getByText('この操作は、いまの段階では行えません。').waitFor();
    await soon(async () =>
      expect(await second.getByLabel(/職員向けの理由/).inputValue()).toBe('10月分の台帳を再確認する。'),
    );
    await first.assertClean();
    await second.assertClean();
  });
});

describe('a hold', () => {
  it('is refused without reason and review date, stands in plain sight, and can be released', async () => {
    const page = await official('suzuki');
    await openCase(page, '立呑み なにわ 天満店');
    await page.getByRole('button', { name: '保留にする' }).click();
    const dialog = page.getByRole('dialog', { name: '保留にする' });
    await dialog.getByRole('button', { name: '保留にする' }).click();
    await dialog.getByRole('group', { name: '入力内容に2件の誤りがあります' }).waitFor();
    await dialog.getByLabel(/保留の理由/).fill('税務署への照会の回答を待っている。');
    await dialog.getByLabel(/見直し日/).fill('2099-12-01');
    await dialog.getByRole('button', { name: '保留にする' }).click();
    await page.getByText('税務署への照会の回答を待っている。').first().waitFor();
    await page.getByRole('button', { name: '保留を解く' }).click();
    await page.getByText('保留を解きました。').waitFor();
    await page.assertClean();
  });
});

describe('a screen whose program does not come', () => {
  it('is told within the frame, from where everything else can be reached', async () => {
    const page = await official('suzuki');
    page.allowComplaints(/Failed to fetch dynamically imported module|net::ERR_FAILED/);
    await page.route('**/assets/OwnAccountScreen-*.js', (route) => route.abort());
    await page.goto(`${server.url}/desk/account`);
    await page.getByRole('heading', { level: 1, name: '表示できませんでした' }).waitFor();
    await page.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
    await page.locator('.desk-own summary').last().click();
    await page.getByRole('banner').getByRole('link', { name: '不在' }).click();
    await page.getByRole('heading', { level: 1, name: /不在/ }).waitFor();
    await page.assertClean();
  });
});

describe('everybody can use', () => {
  it('the sign-in, with and without mistakes', async () => {
    const page = await newPage(browser);
    await page.goto(`${server.url}/desk`);
    await page.getByRole('button', { name: 'サインイン', exact: true }).click();
    expect(await faultsAtBothWidths(page)).toEqual([]);
    await page.assertClean();
  });

  it('the queue and the list of keys', async () => {
    const page = await official('suzuki');
    await page.goto(`${server.url}/desk?queue=all-open`);
    await page.locator('[data-row]').first().waitFor();
    // Cards in place of a table.
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'キーボード操作' }).waitFor();
    expect(await faultsAtBothWidths(page, 'dialog')).toEqual([]);
    await page.assertClean();
  });

  it('a case, its files, a request for correction and an action', async () => {
    const page = await official('suzuki');
    await openCase(page, '立呑み なにわ 天満店');
    expect(await faultsAtBothWidths(page)).toEqual([]);

    await page
      .getByRole('button', { name: /\.(png|jpe?g)を見る/ })
      .first()
      .click();
    await page.getByRole('button', { name: '右に90度回転' }).click();
    expect(await faultsAtBothWidths(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '右に90度回転' }).waitFor({ state: 'hidden' });

    // A PDF beside the answers that it proves; its text is there for search and screen readers.
    await page.getByRole('button', { name: '売上がわかる書類.pdfを並べて見る' }).first().click();
    await page.locator('.desk-viewer__text').getByText('SALES LEDGER').waitFor();
    await page.getByRole('region', { name: '売上がわかる書類.pdf　1ページ' }).focus();
    await page.keyboard.press('.');
    await page.locator('.desk-viewer__text').getByText('page 2 / 3').waitFor();
    expect(await faultsAtBothWidths(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^計算結果を変更する/ }).click();
    await page.getByRole('button', { name: '変更する', exact: true }).click();
    await page.getByText('＊申請者に伝える理由を入力してください。').waitFor();
    expect(await faultsAtBothWidths(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '補正を求める' }).click();
    await page.getByRole('checkbox', { name: /有効期間のおわり/ }).check();
    expect(await faultsAtBothWidths(page, '#desk-composer')).toEqual([]);
    await page.getByRole('button', { name: '補正の依頼をやめる' }).click();

    await page.getByRole('button', { name: '一次審査に戻す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '一次審査に戻す' }).click();
    expect(await faultsAtBothWidths(page, 'dialog')).toEqual([]);
    await page.assertClean();
  });

  it('many at once, from ticked rows to what would become of each', async () => {
    const page = await official('sato');
    await page.goto(`${server.url}/desk?queue=all-open`);
    await page.locator('[data-row]').nth(2).waitFor();
    await settled(page);
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('x');
    await page.getByText('1件を選択中').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByText('3件を選択中').waitFor();
    expect(await faultsAtBothWidths(page)).toEqual([]);

    await page.getByRole('button', { name: '選んだ申請をまとめて処理' }).click();
    await page.getByRole('button', { name: '結果の見込みを確かめる' }).click();
    await page.getByText('行う操作を選んでください。').first().waitFor();
    expect(await faultsAtBothWidths(page)).toEqual([]);
    await page.getByLabel('行う操作').selectOption({ label: '担当を割り振る' });
    await page.getByRole('checkbox', { name: /佐藤 健/ }).check();
    await page.getByRole('button', { name: '結果の見込みを確かめる' }).click();
    await page.getByRole('heading', { name: '2. 結果の見込み' }).waitFor();
    await page.getByRole('heading', { name: '申請ごとの結果' }).waitFor();
    await page.getByRole('button', { name: 'やめる', exact: true }).click();
    await page.getByText('申請は1件も変わっていません。').waitFor();
    await page.goto(`${server.url}/desk/batches`);
    await page.getByText('取りやめ').first().waitFor();
    await page.assertClean();
  });
});
