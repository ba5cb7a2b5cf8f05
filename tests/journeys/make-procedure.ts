import type { Locator, Page } from 'playwright-core';
import type { Hands } from './author.js';

const button = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: '編集する部分' }).getByRole('link', { name, exact: true });
const box = (at: Page | Locator, name: string | RegExp): Locator => at.getByRole('textbox', { name });
const list = (at: Page | Locator, name: string | RegExp): Locator => at.getByRole('combobox', { name });
const treeItem = (page: Page, title: string): Locator =>
  page.getByRole('treeitem').filter({ has: page.getByText(title, { exact: true }) });

/** The settings of a question, once they are of this one: until then those of the one before stand there. */
async function settingsOf(page: Page, hands: Hands, title: string): Promise<Locator> {
  await hands.press(treeItem(page, title));
  const settings = page.getByRole('region', { name: '質問の設定' });
  await settings.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
  return settings;
}

/** As it stands in the paper form. */
const QUESTIONS = `【申請する団体】
団体の名前 必須
団体の名前のフリガナ 必須
団体の区分：商店街振興組合／事業協同組合／任意の団体 必須
代表者の役職
代表者の氏名 必須
郵便番号 必須
団体の所在地 必須
電話番号 必須
メールアドレス 必須
【設置の計画】
設置の目的 必須
設置する場所 必須
工事の開始日 必須
工事の完了日 必須
道路を使いますか 必須
ほかの補助金を受けますか 必須
【道路の使用】
道路の名前 必須
道路の管理者：国／都道府県／市町村 必須
占用の許可：許可を受けた／申請している／これから申請する 必須
占用の許可を申請した日
【ほかの補助金】
補助金の名前 必須
補助をする機関 必須
ほかの補助金の額 必須
【設備と費用】
設備の明細（くり返し）必須
・品名 必須
・台数 必須
・金額 必須
費用の合計
補助を受けたい額 必須
【書類と誓約】
見積書 必須
設置する場所の図面
申請の内容に偽りがないことを誓約します`;

interface Plan {
  readonly id: string;
  readonly title: string;
  /** In the same weeks of every year, or from one moment to another. */
  readonly isYearly: boolean;
}

type Making = (page: Page, hands: Hands, plan: Plan) => Promise<void>;

async function newProcedure(page: Page, hands: Hands, { id, title }: Plan): Promise<void> {
  hands.begin('新しい手続');
  await hands.press(button(page, '新しい手続を作る'));
  await hands.press(page.getByRole('radio', { name: /^白紙/ }));
  await hands.write(box(page, /^手続の名前/), title);
  await hands.write(box(page, /^手続ID/), id);
  await hands.press(button(page, '下書きを作る'));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function basics(page: Page, hands: Hands, { isYearly }: Plan): Promise<void> {
  hands.begin('基本');
  await hands.press(tab(page, '基本'));
  await hands.write(
    box(page, /^だれが何のために行う手続か/),
    '商店街に防犯カメラや街路灯を置く団体に、費用の一部を補助します。',
  );
  await hands.write(box(page, /^一覧での分類/), 'しごと・産業');
  if (isYearly) await hands.press(page.getByRole('radio', { name: /^毎年くり返す/ }));
  else {
    await hands.write(page.getByLabel(/^受付の始まり\s*※必須$/), '2026-04-01T09:00');
    await hands.write(page.getByLabel(/^受付の終わり\s*※必須$/), '2027-03-31T17:00');
  }
  await hands.write(box(page, /^電話番号/), '06-0000-0010');
  await hands.write(box(page, /^メールアドレス/), 'shotengai@pref.osaka.example');
  await hands.write(box(page, /^文書番号の記号/), '商経');
}

async function questions(page: Page, hands: Hands): Promise<void> {
  hands.begin('質問（30問）');
  await hands.press(tab(page, '質問'));
  await hands.press(button(page, 'まとめて足す'));
  await hands.write(box(page, '質問（1行に1つ）'), QUESTIONS);
  await hands.press(button(page, /^\d+問を足す$/));
  await treeItem(page, '設備の明細').waitFor();
}

async function conditions(page: Page, hands: Hands): Promise<void> {
  hands.begin('条件のあるページ（2ページ）');
  for (const [name, question] of [
    ['道路の使用', '道路を使いますか'],
    ['ほかの補助金', 'ほかの補助金を受けますか'],
  ] as const) {
    const settings = await settingsOf(page, hands, name);
    await hands.press(button(settings, '行を足す'));
    await hands.pick(list(settings, '1行目 項目'), new RegExp(`${question}$`));
  }
}

async function sum(page: Page, hands: Hands): Promise<void> {
  hands.begin('くり返しの合計');
  const settings = await settingsOf(page, hands, '費用の合計');
  await hands.pick(list(settings, '計算の1つ目 使う数'), /^合計：.*金額$/);
}

async function subject(page: Page, hands: Hands): Promise<void> {
  hands.begin('申請の見出し');
  await hands.press(tab(page, '基本'));
  await hands.pick(list(page, /^申請を見分ける短い一行/), /団体の名前$/);
}

async function circuit(page: Page, hands: Hands): Promise<void> {
  hands.begin('審査の流れ（3段階）');
  const settings = page.getByRole('region', { name: '編集' });
  const dialog = page.getByRole('dialog');
  const chosen = (stage: string): Promise<void> =>
    settings.getByRole('heading', { name: `段階「${stage}」`, exact: true }).waitFor();
  await hands.press(tab(page, '審査の流れ'));
  await hands.press(button(page, '「審査」と「受理」の間に段階を入れる'));
  await hands.write(box(dialog, '段階の名前'), '内容審査');
  await hands.press(button(dialog, '入れる'));
  await hands.press(button(page, '「内容審査」と「受理」の間に段階を入れる'));
  await hands.pick(list(dialog, '入れる段階の種類'), '決裁');
  await hands.press(button(dialog, '入れる'));
  await chosen('決裁');
  await hands.press(button(settings, '受理する'));
  await hands.write(box(settings, /^ボタンの文字/), '交付を決定する');
  await hands.press(page.getByRole('group', { name: /^受理、終わり/ }));
  await chosen('受理');
  await hands.write(box(settings, /^職員が見る名前/), '交付決定');
  await hands.write(box(settings, /^短い呼び名/), '交付決定');
}

interface Letter {
  readonly title: string;
  /** How the moment reads at which it is sent. */
  readonly sent: string;
  /** Number of an empty line, and what it shall say; a question by its title in 〔 〕. */
  readonly line: number;
  readonly words: string;
  readonly placed: RegExp;
}

async function letter(page: Page, hands: Hands, of: 'メール' | '通知書', one: Letter): Promise<void> {
  await hands.press(tab(page, of));
  await hands.press(button(page, `${of}を作る`));
  const dialog = page.getByRole('dialog');
  await hands.write(box(dialog, /^(件名|通知書の名前)/), one.title);
  await hands.press(button(dialog, `${of}を作る`));
  await hands.pick(list(page, 'いつ送りますか'), one.sent);
  await hands.press(button(page, 'このとき送る'));
  await hands.write(page.getByRole('textbox', { name: `${one.line}行目`, exact: true }), one.words);
  await hands.pick(page.getByLabel(`${one.line}行目に差し込む項目`, { exact: true }), one.placed);
  await hands.press(button(page, `${one.line}行目に差し込む項目を差し込む`));
}

async function mails(page: Page, hands: Hands): Promise<void> {
  hands.begin('メール（2通）');
  await letter(page, hands, 'メール', {
    title: '申請を受け付けました',
    sent: '届いたとき',
    line: 4,
    words: '申請を受け付けました。団体：',
    placed: /団体の名前$/,
  });
  await letter(page, hands, 'メール', {
    title: '交付が決まりました',
    sent: '「決裁」の「交付を決定する」',
    line: 4,
    words: '交付が決まりました。費用の合計（円）：',
    placed: /費用の合計$/,
  });
}

async function notice(page: Page, hands: Hands): Promise<void> {
  hands.begin('通知書（1通）');
  await letter(page, hands, '通知書', {
    title: '交付決定通知書',
    sent: '「決裁」の「交付を決定する」',
    line: 12,
    words: '次の団体への補助金の交付を決定しました。',
    placed: /団体の名前$/,
  });
}

async function publish(page: Page, hands: Hands): Promise<void> {
  hands.begin('公開を申請');
  await hands.press(tab(page, '公開'));
  await hands.write(box(page, /^承認者に伝えること/), '新しい補助金です。');
  await hands.press(button(page, '公開を申請する'));
  await page.getByText('承認 0／1人').waitFor();
}

const MAKING: readonly (readonly [screen: string, make: Making])[] = [
  ['new', newProcedure],
  ['basics', basics],
  ['questions', questions],
  ['conditions', conditions],
  ['sum', sum],
  ['subject', subject],
  ['circuit', circuit],
  ['mails', mails],
  ['notice', notice],
  ['publish', publish],
];

/** From 白紙 to the request for publication, by what a clerk sees. */
export async function makeProcedure(
  page: Page,
  hands: Hands,
  plan: Plan,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  for (const [screen, make] of MAKING) {
    await make(page, hands, plan);
    await look(screen);
  }
}
