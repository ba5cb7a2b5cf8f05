import type { Page } from 'playwright-core';
import { agree, attach, choose, fillIn, giveDate, goOn, pick, question } from './applicant.js';
import { settled } from '../support/settled.js';
import type { Paper } from './papers.js';

/** What a shop does about one 基準: its number and the method, or null for 該当なし. */
export type Measure = readonly [standard: number, method: string | null];

/** A café with karaoke that shows everything it does. */
export const measuresOfTheShop = {
  leader: [
    [1, '名前を店内に掲示している'],
    [2, 'オンラインの研修を受けた'],
    [3, '府のチェックリストを使っている'],
  ],
  entrance: [
    [4, '手で押す消毒液'],
    [5, '声をかけ、掲示もしている'],
    [6, null],
    [7, 'アクリル板'],
    [8, 'コイントレイとキャッシュレスの両方'],
    [9, '紙を掲示している'],
  ],
  seating: [
    [10, 'テーブルごとに置いている'],
    [11, 'トイレや手洗い場に掲示している'],
    [12, '1メートル以上あけている'],
    [13, 'アクリル板などで仕切っている'],
    [14, 'アクリル板などで仕切っている'],
    [15, '一人分ずつ出している'],
  ],
  hygiene: [
    [16, '換気の設備を動かし続けている'],
    [17, 'お客さまから見える場所に置いている'],
    [18, '記録表を付けている'],
  ],
  workers: [[19, '体温や体調を記録している']],
  special: [[20, '部屋ごとに換気し、利用のたびに消毒している']],
} as const satisfies Record<string, readonly Measure[]>;

/** The same shop in as few words as the form allows: methods that need no photograph, wherever there is one. */
export const fewestMeasures = {
  leader: [
    [1, '従業員の名簿やシフト表で知らせている'],
    [2, '会場の研修を受けた'],
    [3, 'アプリで記録している'],
  ],
  entrance: [
    [4, '従業員がお客さまの手に吹きかける'],
    [5, '声をかけている'],
    [6, null],
    [7, null],
    [8, 'キャッシュレスの支払いだけにしている'],
    [9, '画面に映している'],
  ],
  seating: [
    [10, '画面に映している'],
    [11, 'テーブルごとに置いている'],
    [12, null],
    [13, null],
    [15, '従業員が取り分けている'],
  ],
  hygiene: [
    [16, '30分に1回以上、窓や扉を開けている'],
    [17, '従業員が持って測っている'],
    [18, '時間や担当を決めている'],
  ],
  workers: [[19, '出勤のときに口頭で確かめている']],
} as const satisfies Record<string, readonly Measure[]>;

/** Answers, and adds a photograph wherever the method brings up the question for one. */
export async function take(page: Page, measures: readonly Measure[], paper: Paper): Promise<void> {
  for (const [standard, method] of measures) {
    const answer = `基準${standard}の実施の状況`;
    if (method === null) {
      await choose(page, answer, '該当なし');
      continue;
    }
    await choose(page, answer, '実施している');
    await choose(page, `基準${standard}の取り組みの方法`, method);
    const photo = `基準${standard}の写真`;
    await settled(page);
    if (await question(page, photo).isVisible()) await attach(page, photo, paper);
  }
}

/** Of a person who runs the shop alone; the account knows the rest. */
export async function fillStore(page: Page): Promise<void> {
  await goOn(page, 'お店');
  await fillIn(page, '建物名・階・部屋番号', '芝田ビル 1階');
  await pick(page, 'お店の種類', '喫茶店');
  await fillIn(page, '客席の数', '18');
  await fillIn(page, 'テーブルの数', '5');
  await fillIn(page, '客席の広さ', '32.5');
  await fillIn(page, '客席のある階の数', '1');
  await fillIn(page, '店を開ける時刻', '8:00');
  await fillIn(page, '店を閉める時刻', '19:30');
  await choose(page, '認証店の一覧に、電話番号とホームページも載せますか', 'はい');
}

export async function fillPermit(page: Page, permit: Paper): Promise<void> {
  await goOn(page, '許可・登録と設備');
  await choose(page, '営業許可の種類', '喫茶店営業');
  await fillIn(page, '許可番号', '大保喫第20-0456号');
  await giveDate(page, '許可の有効期間のはじまり', ['令和2', '6', '1']);
  await giveDate(page, '許可の有効期間のおわり', ['令和12', '5', '31']);
  await attach(page, '営業許可証の写し', permit);
  await fillIn(page, '感染防止宣言ステッカーの登録番号', '27-0456789');
  await fillIn(page, '大阪コロナ追跡システムの施設ID', 'T0456789');
  await choose(page, '宣言ステッカーと追跡システムの連携は済んでいますか', 'はい');
}

export async function fillEquipment(
  page: Page,
  { counter, karaoke }: { readonly counter: boolean; readonly karaoke: boolean },
): Promise<void> {
  await choose(page, 'カウンター席がありますか', counter ? 'はい' : 'いいえ');
  await choose(page, 'カラオケの設備がありますか', karaoke ? 'はい' : 'いいえ');
  await choose(page, 'お客さまのそばについて、もてなす営業をしていますか', 'いいえ');
  await choose(page, 'お客さまが踊るためのホールがありますか', 'いいえ');
}

export async function fillLeader(page: Page, measures: readonly Measure[], paper: Paper): Promise<void> {
  await goOn(page, 'コロナ対策リーダー');
  await fillIn(page, 'リーダーのお名前', '北野 春香');
  await giveDate(page, '研修を受けた日', ['令和3', '6', '20']);
  await attach(page, 'リーダーが署名した宣誓書', paper);
  await take(page, measures, paper);
}

export async function fillHygiene(page: Page, measures: readonly Measure[], paper: Paper): Promise<void> {
  await goOn(page, '換気・衛生の対策');
  await take(page, measures, paper);
  await fillIn(page, 'センサーの台数', '1');
}

export async function fillWorkers(page: Page, measures: readonly Measure[], paper: Paper): Promise<void> {
  await goOn(page, '従業員の対策');
  await take(page, measures, paper);
  await choose(page, '従業員は全員、マスクを着けていますか', 'はい');
  await choose(page, '飲食店スマホ検査センターに登録していますか', 'はい');
}

export async function fillVisit(page: Page): Promise<void> {
  await goOn(page, '現地確認のご希望');
  for (const day of ['火曜日', '木曜日']) await page.getByRole('checkbox', { name: day }).check();
  await choose(page, '都合のよい時間帯', '午後（13時から17時）');
  await fillIn(page, '定休日や、避けてほしい日', '毎週月曜日');
  await fillIn(page, '当日お話をうかがう方', '北野 春香');
  await fillIn(page, '当日につながる電話番号', '090-8765-4321');
}

export async function agreeToAll(page: Page): Promise<void> {
  await goOn(page, '誓約と同意');
  const sentences = [
    '実施要綱を守り、認証の後も対策を続けます',
    '申請の内容に偽りはありません',
    '認証を受けたら、店名と所在地が公開されることに同意します',
    '認証の後、予告なしに職員が確かめに来ることに同意します',
    '対策が守られていないときは、認証が取り消されることがあると理解しました',
    '通知書と認証書を、このシステムで受け取ります',
  ];
  for (const sentence of sentences) await agree(page, sentence);
}
