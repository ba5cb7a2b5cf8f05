import type { DemoCompany, DemoPerson } from './demo-scene.js';

/** Who applies in the scenes. The first of each can be signed in as. */
export const naniwa: DemoCompany = {
  mail: 'naniwa@example.jp',
  name: '株式会社なにわ酒場',
  kana: 'ナニワサカバ',
  holder: 'ｶ)ﾅﾆﾜｻｶﾊﾞ',
  representative: ['難波 花子', 'ナンバ ハナコ'],
  contact: '難波 太郎',
  place: { postal: '5420076', address: '大阪府大阪市中央区難波1-2-3' },
  phone: '0612345678',
};

export const kitano: DemoPerson = {
  mail: 'kitano@example.jp',
  name: '北野 春香',
  kana: 'キタノ ハルカ',
  place: { postal: '5300012', address: '大阪府大阪市北区芝田2-3-4' },
  phone: '09087654321',
};

export const minato: DemoCompany = {
  mail: 'minato@example.jp',
  name: '合同会社みなと食堂',
  kana: 'ミナトショクドウ',
  holder: 'ﾄﾞ)ﾐﾅﾄｼﾖｸﾄﾞｳ',
  representative: ['港 一郎', 'ミナト イチロウ'],
  contact: '港 一郎',
  place: { postal: '5520007', address: '大阪府大阪市港区弁天1-2-3' },
  phone: '0665432101',
};

export const hanareya: DemoCompany = {
  mail: 'hanareya@example.jp',
  name: '株式会社はなれ屋',
  kana: 'ハナレヤ',
  holder: 'ｶ)ﾊﾅﾚﾔ',
  representative: ['離宮 まゆみ', 'リキュウ マユミ'],
  contact: '離宮 隼人',
  place: { postal: '5430051', address: '大阪府大阪市天王寺区四天王寺1-2-3' },
  phone: '0665432102',
  account: '4820117',
};

export const takomasa: DemoCompany = {
  // The mailbox of the demo knows nobody there: 送信状況 shows what came back.
  mail: 'takomasa@nowhere.example.jp',
  name: '有限会社たこ政',
  kana: 'タコマサ',
  holder: 'ﾕ)ﾀｺﾏｻ',
  representative: ['蛸島 政夫', 'タコシマ マサオ'],
  contact: '蛸島 みち',
  place: { postal: '5450052', address: '大阪府大阪市阿倍野区阿倍野筋1-2-3' },
  phone: '0665432103',
  // The same as はなれ屋's: the desk shows it among related applications.
  account: '4820117',
};

export const kitahama: DemoCompany = {
  mail: 'kitahama@example.jp',
  name: '株式会社北浜珈琲',
  kana: 'キタハマコーヒー',
  holder: 'ｶ)ｷﾀﾊﾏｺ-ﾋ-',
  representative: ['北浜 律', 'キタハマ リツ'],
  contact: '北浜 律',
  place: { postal: '5410041', address: '大阪府大阪市中央区北浜1-2-3' },
  phone: '0665432104',
};

export const minami: DemoPerson = {
  mail: 'minami@example.jp',
  name: '南 良子',
  kana: 'ミナミ ヨシコ',
  place: { postal: '5420085', address: '大阪府大阪市中央区心斎橋筋1-2-3' },
  phone: '09000000011',
};

export const morimoto: DemoPerson = {
  mail: 'morimoto@example.jp',
  name: '森本 大輔',
  kana: 'モリモト ダイスケ',
  place: { postal: '5340024', address: '大阪府大阪市都島区東野田町1-2-3' },
  phone: '09000000012',
};

export const inoue: DemoPerson = {
  mail: 'inoue@example.jp',
  name: '井上 さくら',
  kana: 'イノウエ サクラ',
  place: { postal: '5500013', address: '大阪府大阪市西区新町1-2-3' },
  phone: '09000000013',
};

export const okada: DemoPerson = {
  mail: 'okada@example.jp',
  name: '岡田 隆',
  kana: 'オカダ タカシ',
  place: { postal: '5330033', address: '大阪府大阪市東淀川区東中島1-2-3' },
  phone: '09000000014',
};

/** Nobody signs in as they: they have no password and stand on no screen. */
export const neighbours: {
  readonly companies: readonly DemoCompany[];
  readonly persons: readonly DemoPerson[];
} = {
  companies: [minato, hanareya, takomasa, kitahama],
  persons: [minami, morimoto, inoue, okada],
};
