import type { Page } from 'playwright-core';
import { agree, arriveAt, attach, choose, fillIn, giveDate, goOn, pick } from './applicant.js';
import type { Paper } from './papers.js';

/** The papers that a company which chose 売上高方式 must add. */
export const jitanPapers = [
  '通帳の写し',
  'お店の外観の写真',
  'お店の中の写真',
  '時短や休業をお知らせする貼り紙の写真',
  '掲示しているステッカーの写真',
  '売上がわかる書類',
  '確定申告書の写し',
] as const;

export async function fillCategory(page: Page): Promise<void> {
  await arriveAt(page, '申請の区分');
  await choose(page, '事業の形', '会社（株式会社・有限会社・合同会社など）');
  await choose(page, '会社の規模', '中小企業等');
  await pick(page, 'これまでに、このお店で大阪府の協力金を申請しましたか', '今回が初めて');
}

/** Name, address and telephone are there already; the account knows them. */
export async function fillApplicant(page: Page): Promise<void> {
  await goOn(page, '申請する方');
  await fillIn(page, '法人名または氏名のフリガナ', 'なにわさかば');
  await fillIn(page, '代表者の役職', '代表取締役');
  await giveDate(page, '代表者の生年月日', ['昭和55', '5', '5']);
  await choose(page, '申請者に代わって入力していますか', 'いいえ');
}

export async function fillStore(page: Page): Promise<void> {
  await goOn(page, 'お店');
  await pick(page, 'お店の種類', '居酒屋');
  await fillIn(page, '客席の数', '２４');
  await giveDate(page, 'お店を開いた日', ['平成27', '4', '1']);
  await choose(page, 'お店を閉めましたか', 'いいえ');
  await choose(
    page,
    '10月1日の時点で、どのステッカーを掲示していましたか',
    '感染防止宣言ステッカー（ブルー）だけを掲示',
  );
  await fillIn(page, '感染防止宣言ステッカーの登録番号', '27-0123456');
}

export async function fillPermit(page: Page): Promise<void> {
  await goOn(page, '営業許可');
  await choose(page, '許可の種類', '飲食店営業');
  await fillIn(page, '許可番号', '大保食第21-1234号');
  await fillIn(page, '許可証の名義（営業者の名前）', '株式会社なにわ酒場');
  await giveDate(page, '有効期間のはじまり', ['平成30', '6', '1']);
  await giveDate(page, '有効期間のおわり', ['令和12', '5', '31']);
  await fillIn(page, '許可証に書かれた店名', 'なにわ酒場 難波本店');
  await fillIn(page, '許可証に書かれたお店の所在地', '大阪府大阪市中央区難波１－２－３');
}

export async function fillCompliance(page: Page): Promise<void> {
  await goOn(page, '要請への協力');
  await fillIn(page, 'ふだん店を開ける時刻', '17:00');
  await fillIn(page, 'ふだん店を閉める時刻', '26:00');
  await choose(page, 'ふだん、お酒を出していますか', 'はい');
  await choose(page, 'カラオケの設備がありますか', 'いいえ');
  await choose(page, '要請にどのように応じましたか', '営業時間を短くした');
  await choose(page, '期間を通して、同じ応じ方をしましたか', 'はい');
  await fillIn(page, '短くした後の、店を開ける時刻', '16:00');
  await fillIn(page, '短くした後の、店を閉める時刻', '20:00');
  await choose(page, '期間中、お酒を出しましたか', '出さなかった');
  await choose(page, '同じグループの方は、同じテーブルに4人までとしましたか', 'はい');
}

/** 5,000,000 yen in 31 days: 161,291 a day, 49,000 a day to be paid, 1,176,000 for 24 days. */
export async function fillSales(page: Page): Promise<void> {
  await goOn(page, '売上と協力金の額');
  await choose(page, '計算の方法', '売上高をもとに計算する');
  await choose(page, 'どちらの年の売上をもとにしますか', '令和元年（2019年）');
  const row = page.getByRole('group', { name: '1件目' });
  await choose(row, '月', '10月');
  await fillIn(row, '売上高（税抜き）', '５，０００，０００');
}

export async function fillBank(page: Page): Promise<void> {
  await goOn(page, '振込先');
  await choose(page, '口座のある金融機関', '銀行・信用金庫・信用組合・農協など');
  await fillIn(page, '金融機関の名前', 'りそな銀行');
  await fillIn(page, '金融機関コード', '0010');
  await fillIn(page, '支店の名前', '難波支店');
  await fillIn(page, '支店コード', '123');
  await choose(page, '預金の種類', '普通');
  await fillIn(page, '口座番号', '0123456');
  await fillIn(page, '口座の名義（カナ）', 'カ）ナニワサカバ');
}

export async function addPapers(
  page: Page,
  papers: Readonly<Record<string, Paper>>,
  permit: Paper,
): Promise<void> {
  await goOn(page, '書類と写真');
  await attach(page, '営業許可証の写し', permit);
  for (const title of jitanPapers) {
    const paper = papers[title];
    if (paper) await attach(page, title, paper);
  }
}

export async function agreeToAll(page: Page): Promise<void> {
  await goOn(page, '誓約と同意');
  const sentences = [
    '募集要項の支給要件をすべて満たしています',
    '申請の内容に偽りはありません',
    '暴力団員ではなく、暴力団や暴力団員と関係がありません',
    '営業に必要な許可や届出をすべて済ませています',
    '同じお店について、第9期の協力金を重ねて申請していません',
    '府の調査や報告の求め、お店での確認に協力します',
    '申請の内容を、国・市町村・税務署・警察などに確かめ、または知らせることに同意します',
    '支給を受けたお店の名前を、府が公表することに同意します',
    '通知書を、このシステムで受け取ります',
  ];
  for (const sentence of sentences) await agree(page, sentence);
}
