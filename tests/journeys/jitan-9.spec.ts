import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasPoppler, textOf } from '../server/support/pdf-tools.js';
import { newPage, type TestPage } from '../support/browser.js';
import { soon } from '../support/soon.js';
import { settled } from '../support/settled.js';
import {
  arriveAt,
  attach,
  computed,
  download,
  fillIn,
  giveDate,
  goOn,
  goOnInVain,
  openMail,
  question,
  signIn,
} from './applicant.js';
import {
  addPapers,
  agreeToAll,
  fillApplicant,
  fillBank,
  fillCategory,
  fillCompliance,
  fillPermit,
  fillSales,
  fillStore,
  jitanPapers,
} from './fill-jitan-9.js';
import { askAbout, begin, carryOut, claim, open, openQueue, takeSeat } from './official.js';
import { photograph, printToPdf, type Paper } from './papers.js';
import { openPortal, type OpenPortal } from './portal.js';
import { startStory } from './story.js';
import { phone, startWalk } from './walk.js';

const walk = startWalk('jitan-9');
const { look } = walk;
const step = startStory(() => walk.keepLastSight(portal.browser));
let portal: OpenPortal;
let applicant: TestPage;
let number: string;

beforeAll(async () => {
  portal = await openPortal();
  applicant = await newPage(portal.browser, phone);
  // Whoever is not signed in yet is told so by the server.
  applicant.allowComplaints(/401/);
});
afterAll(() => portal.close());

describe('the applicant, on a phone', () => {
  step('finds the procedure on the home page, reads what it takes, and signs in to begin', async () => {
    await applicant.goto(portal.server.url);
    await arriveAt(applicant, '手続きを、ここから。');
    await look(applicant, 'home');
    await applicant.getByLabel('手続きをさがす').fill('きょうりょくきん');
    await applicant.getByRole('button', { name: 'さがす' }).click();
    await arriveAt(applicant, '手続き一覧');
    await applicant.getByRole('link', { name: '第9期 営業時間短縮等協力金' }).click();
    await arriveAt(applicant, '第9期 営業時間短縮等協力金');
    await look(applicant, 'procedure');
    await applicant.getByRole('link', { name: 'ログインして申請をはじめる' }).click();
    await arriveAt(applicant, 'ログイン');
    await look(applicant, 'sign-in');
    await signIn(applicant, '株式会社なにわ酒場');
    await arriveAt(applicant, '第9期 営業時間短縮等協力金');
    await applicant.getByRole('button', { name: '申請をはじめる' }).click();
    await arriveAt(applicant, '申請の区分');
  });

  step('is told at once, and all together, what a page still lacks', async () => {
    const lines = await goOnInVain(applicant);
    await look(applicant, 'category-wrong');
    expect(lines).toEqual([
      '事業の形を選んでください。',
      '「これまでに、このお店で大阪府の協力金を申請しましたか」を選んでください。',
    ]);
  });

  step('finds what the account knows already filled in', async () => {
    await fillCategory(applicant);
    await look(applicant, 'category');
    await fillApplicant(applicant);
    await soon(async () => expect(await applicant.getByLabel('法人番号').inputValue()).toBe('7123456789012'));
    await soon(async () =>
      expect(await applicant.getByLabel('法人名または氏名のフリガナ').inputValue()).toBe('ナニワサカバ'),
    );
    await look(applicant, 'applicant');
    await fillStore(applicant);
    await look(applicant, 'store');
  });

  step('is warned of an expired permit before going on, and corrects it', async () => {
    await fillPermit(applicant);
    await giveDate(applicant, '有効期間のおわり', ['令和6', '5', '31']);
    const [line, ...others] = await goOnInVain(applicant);
    await look(applicant, 'permit-expired');
    expect(line).toContain('許可の期限が切れています。');
    expect(others).toEqual([]);
    await applicant.getByRole('link', { name: /許可の期限が切れています/ }).click();
    await soon(async () =>
      expect(await applicant.locator(':focus').getAttribute('id')).toBe('permit.valid_to'),
    );
    await giveDate(applicant, '有効期間のおわり', ['令和12', '5', '31']);
    await look(applicant, 'permit');
  });

  step('sees the amount, and how it came about', async () => {
    await fillCompliance(applicant);
    await look(applicant, 'compliance');
    await fillSales(applicant);
    await soon(async () => expect(await computed(applicant, '今回お支払いする額')).toBe('1,176,000円'));
    const why = applicant.getByText('なぜこの金額？');
    await settled(applicant);
    for (const summary of await why.all()) await summary.click();
    await look(applicant, 'sales');
    await soon(async () =>
      expect(
        await applicant.getByText('「協力金の日額」（49,000円） × 「対象の日数」（24日）').isVisible(),
      ).toBe(true),
    );
  });

  step(
    'adds photographs and a PDF, agrees sentence by sentence, and reads everything once more',
    async () => {
      await fillBank(applicant);
      await look(applicant, 'bank');
      const papers = await photograph(portal.browser, jitanPapers);
      await addPapers(applicant, papers, await printToPdf(portal.browser, '営業許可証'));
      await look(applicant, 'documents');
      await agreeToAll(applicant);
      await look(applicant, 'pledges');
      await goOn(applicant, '内容の確認と提出');
      await look(applicant, 'confirm');
      const text = await applicant.getByRole('main').innerText();
      expect(text).toContain('1,176,000円');
      expect(text).toContain('令和12年5月31日');
      expect(text).not.toContain('直していただく必要があります');
    },
  );

  step('submits once, and has a number, the time to the second and a mail', async () => {
    await applicant.getByRole('button', { name: 'この内容で提出する' }).click();
    await arriveAt(applicant, '申請が届きました');
    number = await applicant.getByTestId('application-number').innerText();
    expect(number).toMatch(/^0009-\d{2}-\d{7}-\d$/);
    await applicant.getByRole('link', { name: '到達確認書（PDF）を保存する' }).waitFor();
    await look(applicant, 'receipt');
    await soon(async () =>
      expect(await applicant.getByRole('main').innerText()).toMatch(/\d{1,2}時\d{1,2}分\d{1,2}秒/),
    );
    const mail = await openMail(applicant, '申請を受け付けました', number);
    await look(applicant, 'mail-received');
    await soon(async () => expect(await mail.innerText()).toContain('なにわ酒場 難波本店'));
    await applicant.assertClean();
  });
});

describe('the officials, at their desks', () => {
  step(
    'the first reviewer takes the case from the queue and asks for a correction of two points',
    async () => {
      const sato = await takeSeat(portal.browser, portal.server.url, '佐藤 健');
      await look(sato, 'desk-first-screen');
      await openQueue(sato, '一次審査（形式）');
      await look(sato, 'desk-queue');
      await claim(sato, number);
      await look(sato, 'desk-application');
      await begin(sato, '補正を求める');
      await askAbout(
        sato,
        '許可番号',
        '許可番号',
        '許可証では「21-1243号」に見えます。許可証のとおりに直してください。',
      );
      await askAbout(
        sato,
        '営業許可証の写し',
        '営業許可証の写し',
        '全体が写り、文字が読めるように撮り直してください。',
      );
      await look(sato, 'desk-composer');
      await sato.getByRole('button', { name: '内容を確認する' }).click();
      await sato.getByRole('dialog', { name: '補正を求める' }).waitFor();
      await look(sato, 'desk-correction-preview');
      await carryOut(sato, '補正を求める');
      await look(sato, 'desk-correction-asked');
      await sato.assertClean();
      await sato.context().close();
    },
  );

  step('the applicant comes back by the mail and answers those two alone', async () => {
    await applicant.context().clearCookies();
    const mail = await openMail(applicant, '申請の補正をお願いします', number);
    await look(applicant, 'mail-correction');
    await mail.getByRole('link').click();
    await arriveAt(applicant, 'ログイン');
    await signIn(applicant, '株式会社なにわ酒場');
    await arriveAt(applicant, '第9期 営業時間短縮等協力金');
    await look(applicant, 'correction-asked');
    await applicant.getByRole('button', { name: '補正する' }).click();
    await arriveAt(applicant, '営業許可');
    await look(applicant, 'correction-permit');
    // Of all the questions of this page, one can be answered.
    await soon(async () => expect(await applicant.getByRole('textbox').count()).toBe(1));
    await soon(async () => expect(await applicant.getByRole('radio').count()).toBe(0));
    await fillIn(applicant, '許可番号', '大保食第21-1243号');
    await goOn(applicant, '書類と写真');
    const [again] = Object.values(await photograph(portal.browser, ['営業許可証（撮り直し）']));
    const field = question(applicant, '営業許可証の写し');
    await field.getByRole('button', { name: '営業許可証.pdfを削除' }).click();
    await attach(applicant, '営業許可証の写し', again as Paper);
    await look(applicant, 'correction-documents');
    await soon(async () =>
      expect(await applicant.getByRole('button', { name: 'ファイルを選ぶ' }).count()).toBe(1),
    );
    await goOn(applicant, '内容の確認と提出');
    await look(applicant, 'correction-confirm');
    await applicant.getByRole('button', { name: '補正した内容を提出する' }).click();
    await applicant.getByText('補正した内容を受け付けました。審査を続けます。').waitFor();
    await look(applicant, 'correction-done');
    await applicant.assertClean();
  });

  step('the first reviewer sees what changed, and passes the case on', async () => {
    const sato = await takeSeat(portal.browser, portal.server.url, '佐藤 健');
    await openQueue(sato, '自分の担当');
    await open(sato, number);
    const answers = sato.getByRole('region', { name: '申請内容' });
    await look(sato, 'desk-changes');
    await soon(async () => expect(await answers.getByText('大保食第21-1234号').isVisible()).toBe(true));
    await soon(async () => expect(await answers.getByText('大保食第21-1243号').isVisible()).toBe(true));
    await soon(async () => expect(await answers.getByText('補正で変更').count()).toBe(2));
    await begin(sato, '二次審査へ進める');
    await look(sato, 'desk-pass');
    await carryOut(sato, '二次審査へ進める');
    await sato.assertClean();
    await sato.context().close();
  });

  step('the second reviewer recommends the grant, and cannot decide on it', async () => {
    const suzuki = await takeSeat(portal.browser, portal.server.url, '鈴木 恵');
    await openQueue(suzuki, '二次審査（内容・算定）');
    await claim(suzuki, number);
    await begin(suzuki, '支給を認めて決裁へ進める');
    await look(suzuki, 'desk-recommend');
    await carryOut(suzuki, '支給を認めて決裁へ進める');
    const bar = suzuki.getByRole('region', { name: 'できる操作' });
    await bar.getByText('この申請の前の段階を担当した職員は、この操作ができません。').waitFor();
    await look(suzuki, 'desk-four-eyes');
    await soon(async () =>
      expect(await bar.getByRole('button', { name: '支給を決定する' }).getAttribute('aria-disabled')).toBe(
        'true',
      ),
    );
    await suzuki.assertClean();
    await suzuki.context().close();
  });

  step('a third person decides', async () => {
    const tanaka = await takeSeat(portal.browser, portal.server.url, '田中 律子');
    await openQueue(tanaka, '決裁（支給）');
    await claim(tanaka, number);
    await begin(tanaka, '支給を決定する');
    await tanaka.getByLabel('振込の予定日').fill('2026-12-21');
    await look(tanaka, 'desk-approve');
    await carryOut(tanaka, '支給を決定する');
    await look(tanaka, 'desk-approved');
    await tanaka.assertClean();
    await tanaka.context().close();
  });

  step('the accountant records the payment', async () => {
    const ito = await takeSeat(portal.browser, portal.server.url, '伊藤 翼');
    await openQueue(ito, '振込待ち');
    await claim(ito, number);
    await begin(ito, '振込済みを記録する');
    await ito.getByLabel('振り込んだ日').fill('2026-11-22');
    await carryOut(ito, '振込済みを記録する');
    await ito.assertClean();
    await ito.context().close();
  });
});

describe('the end', () => {
  step('the applicant sees every step, and downloads the notice with the amount and the name', async () => {
    const mail = await openMail(applicant, '協力金の支給が決まりました', number);
    await mail.getByRole('link').click();
    await arriveAt(applicant, '第9期 営業時間短縮等協力金');
    const link = /支給決定通知書.*保存する/;
    await applicant.getByRole('link', { name: link }).waitFor();
    await look(applicant, 'decided');
    const steps = await applicant.getByRole('region', { name: 'これまでの経過' }).innerText();
    for (const step of [
      '受け付けました',
      '補正をお願いしています',
      '第1次審査中',
      '第2次審査中',
      '最終審査中',
      '支給決定',
      '振込済',
    ])
      expect(steps).toContain(step);
    const notice = await download(applicant, link);
    if (hasPoppler) {
      const text = textOf(notice);
      for (const words of ['金1,176,000円', '日額49,000円×24日', '株式会社なにわ酒場', '難波花子'])
        expect(text).toContain(words);
    } else console.warn('pdftotext is not on this machine: the text of the notice was not read.');
    await applicant.assertClean();
  });

  it('no screen on the way kept anyone from using it', () => {
    expect(walk.faults).toEqual([]);
  });
});
