import { type DemoScene, enquete, goldSticker, jitan } from './demo-scene.js';
import {
  hanareya,
  inoue,
  kitahama,
  kitano,
  minami,
  minato,
  morimoto,
  naniwa,
  okada,
  takomasa,
} from './demo-people.js';
import { demoPayouts } from './demo-payouts.js';
import { scheduled, visited } from './demo-past.js';

/** Applications under way: something waits in every queue of the officials one can sign in as. */
export const demoScenes: readonly DemoScene[] = [
  jitan(
    naniwa,
    { name: 'なにわ酒場 梅田店', kana: 'ナニワサカバ ウメダテン', address: '北区梅田1-1-1' },
    {
      age: 1,
      steps: [],
      messages: [
        {
          by: null,
          body: 'お店の外観の写真が暗かったので、撮り直しました。\nこちらに差し替えていただけますか。',
          withPicture: true,
        },
      ],
    },
  ),
  jitan(
    naniwa,
    { name: '立呑み なにわ 天満店', kana: 'タチノミ ナニワ テンマテン', address: '北区天神橋4-5-6' },
    {
      age: 6,
      steps: [{ day: 4, by: 'sato', action: 'pass' }],
      messages: [
        { by: null, body: '先週、電話番号が変わりました。新しい番号は 06-1111-2222 です。' },
        {
          by: 'suzuki',
          body: 'ご連絡ありがとうございます。新しい番号を記録しました。\n申請の内容は、そのままで差し支えありません。',
        },
      ],
    },
  ),
  jitan(
    naniwa,
    { name: 'なにわ酒場 京橋店', kana: 'ナニワサカバ キョウバシテン', address: '都島区東野田町2-3-4' },
    {
      age: 5,
      steps: [
        {
          day: 3,
          by: 'sato',
          action: 'ask_correction',
          reason: '許可証の写しが不鮮明。有効期限が入力と合っているか読み取れない。',
          publicReason:
            '営業許可証の写しがぼやけており、有効期限を読み取れませんでした。撮り直した写真を添付してください。',
          targets: [
            { path: '/permit/valid_to', comment: '許可証に書かれた有効期限の日をご確認ください。' },
            {
              path: '/documents/permit_copy',
              comment: '全体が写り、文字が読めるように撮り直してください。',
            },
          ],
        },
      ],
    },
  ),
  jitan(
    naniwa,
    {
      name: '串かつ なにわ 新世界店',
      kana: 'クシカツ ナニワ シンセカイテン',
      address: '浪速区恵美須東3-4-5',
    },
    {
      age: 14,
      steps: [
        { day: 4, by: 'sato', action: 'pass' },
        {
          day: 10,
          by: 'suzuki',
          action: 'override',
          override: { field: 'sales.payable', value: 575_000 },
          reason: '見回りの記録（10月5日 21時40分、営業中）とレジの記録が一致。1日分25,000円を除いた。',
          publicReason:
            '10月5日は21時を過ぎて営業していたことを確かめたため、その日を除いた23日分の額に改めました。',
        },
        { day: 11, by: 'suzuki', action: 'recommend', fields: () => ({}) },
      ],
    },
  ),
  jitan(
    hanareya,
    { name: 'はなれ屋 真田山', kana: 'ハナレヤ サナダヤマ', address: '天王寺区真田山町1-2-3' },
    { age: 13, steps: [] },
  ),
  jitan(
    takomasa,
    { name: 'たこ政 西田辺店', kana: 'タコマサ ニシタナベテン', address: '阿倍野区西田辺町1-2-3' },
    {
      age: 9,
      steps: [
        { day: 2, by: 'sato', action: 'pass' },
        {
          day: 6,
          by: 'suzuki',
          action: 'hold',
          reason: '10月5日の営業時間を、見回りの記録と照らし合わせています。',
        },
      ],
    },
  ),
  jitan(
    kitahama,
    { name: '北浜珈琲 淀屋橋店', kana: 'キタハマコーヒー ヨドヤバシテン', address: '中央区今橋1-2-3' },
    {
      age: 12,
      steps: [
        { day: 3, by: 'sato', action: 'pass' },
        {
          day: 7,
          by: 'suzuki',
          action: 'investigate',
          reason: '売上台帳の10月分が、レジの記録と合わない。',
        },
      ],
    },
  ),
  jitan(
    minato,
    { name: 'みなと食堂 大正店', kana: 'ミナトショクドウ タイショウテン', address: '大正区三軒家東1-2-3' },
    {
      age: 18,
      steps: [
        { day: 3, by: 'sato', action: 'pass' },
        { day: 9, by: 'suzuki', action: 'recommend', fields: () => ({}) },
        { day: 13, by: 'tanaka', action: 'approve', fields: (on) => ({ payment_on: on }) },
      ],
    },
  ),
  goldSticker(
    kitano,
    { name: '喫茶キタノ 中崎店', kana: 'キッサキタノ ナカザキテン', address: '北区中崎西1-2-3' },
    { age: 2, steps: [] },
  ),
  goldSticker(
    kitano,
    { name: '喫茶キタノ 福島店', kana: 'キッサキタノ フクシマテン', address: '福島区福島5-6-7' },
    { age: 8, steps: [{ day: 5, by: 'sato', action: 'pass' }] },
  ),
  goldSticker(
    minami,
    { name: 'みなみ茶房', kana: 'ミナミサボウ', address: '中央区難波千日前1-2-3' },
    { age: 12, steps: scheduled([4, 7]) },
  ),
  goldSticker(
    inoue,
    { name: 'カフェ さくら 立売堀', kana: 'カフェ サクラ イタチボリ', address: '西区立売堀1-2-3' },
    { age: 13, steps: scheduled([4, 8]) },
  ),
  goldSticker(
    okada,
    { name: '焼鳥おかだ 下新庄', kana: 'ヤキトリオカダ シモシンジョウ', address: '東淀川区下新庄1-2-3' },
    { age: 14, steps: scheduled([5, 9]) },
  ),
  goldSticker(
    morimoto,
    { name: 'もりもと 京橋', kana: 'モリモト キョウバシ', address: '都島区片町1-2-3' },
    { age: 11, steps: scheduled([3, 7]) },
  ),
  goldSticker(
    inoue,
    { name: 'カフェ さくら 阿波座', kana: 'カフェ サクラ アワザ', address: '西区西本町1-2-3' },
    { age: 19, steps: visited([4, 8, 16]) },
  ),
  goldSticker(
    okada,
    { name: 'おかだ 崇禅寺', kana: 'オカダ ソウゼンジ', address: '東淀川区柴島1-2-3' },
    { age: 9, steps: [] },
  ),
  enquete(
    morimoto,
    { age: 'senior', field: 'permit', wish: '店の名前が変わったときの届出' },
    { age: 2, steps: [] },
  ),
  enquete(
    inoue,
    {
      rating: 'bad',
      trouble: '写真を選び直すとき、前の写真が残っているのかどうかがわかりにくかったです。',
    },
    { age: 1, steps: [] },
  ),
  ...demoPayouts,
];
