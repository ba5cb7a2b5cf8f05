import type { DemoStep, DemoStore } from './demo-scene.js';
import { type Course, type DemoScene, goldSticker, jitan } from './demo-scene.js';
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

type Days = readonly [number, number, number, number];

/** Granted and paid. */
function paid(age: number, [first, second, decided, payment]: Days): Course {
  return {
    age,
    steps: [
      { day: first, by: 'sato', action: 'pass' },
      { day: second, by: 'suzuki', action: 'recommend', fields: () => ({}) },
      { day: decided, by: 'tanaka', action: 'approve', fields: (on) => ({ payment_on: on }) },
      { day: payment, by: 'ito', action: 'record_paid', fields: (on) => ({ paid_on: on }) },
    ],
  };
}

function refused(age: number, first: number, second: number, decided: number): Course {
  return {
    age,
    steps: [
      { day: first, by: 'sato', action: 'pass' },
      {
        day: second,
        by: 'suzuki',
        action: 'recommend_refusal',
        reason: 'ふだんの閉店が20時。ホームページと写真で確認。',
      },
      {
        day: decided,
        by: 'tanaka',
        action: 'refuse',
        reason: '要件を満たさない。',
        publicReason:
          'お店のふだんの閉店時刻が20時であることをホームページと店頭の写真で確かめました。協力金は、21時以降も営業していたお店が閉店を早めたときに支給するもののため、要件に当たりません。',
        fields: () => ({
          criterion: '営業時間の短縮',
          fact: '店頭の営業時間の表示とホームページに「17時から20時」とあり、21時以降の営業が確かめられなかった。',
        }),
      },
    ],
  };
}

/** By the applicant, before the office has decided. */
function withdrawn(age: number, day: number, reason: string): Course {
  return { age, steps: [{ day, by: null, action: 'withdraw', reason }] };
}

function certified(age: number, days: Days): Course {
  const [, , , decided] = days;
  return { age, steps: [...visited(days), { day: decided, by: 'tanaka', action: 'certify' }] };
}

/** Up to the decision about the certificate. */
export function visited([read, planned, seen]: readonly [number, number, number, ...unknown[]]): DemoStep[] {
  return [
    ...scheduled([read, planned]),
    {
      day: seen,
      by: 'watanabe',
      action: 'record_conforming',
      fields: (on) => ({
        result: 'conforming',
        inspected_on: on,
        inspectors: '渡辺、中村、小林',
        note: '22の対策を店内で確かめた。いずれも申請のとおり。',
      }),
    },
  ];
}

/** Up to the visit. */
export function scheduled([read, planned]: readonly [number, number]): DemoStep[] {
  return [
    { day: read, by: 'sato', action: 'pass' },
    {
      day: planned,
      by: 'suzuki',
      action: 'schedule',
      fields: (on) => ({ visit_on: on, time_slot: 'afternoon', team: '第3班' }),
    },
  ];
}

function notCertified(age: number, days: Days): Course {
  const [read, planned, seen, decided] = days;
  return {
    age,
    steps: [
      ...scheduled([read, planned]),
      { day: seen, by: 'watanabe', action: 'recommend_refusal', reason: '持ち帰りだけの営業。写真あり。' },
      {
        day: decided,
        by: 'tanaka',
        action: 'refuse',
        reason: '対象外。',
        publicReason:
          '現地確認の日に客席での飲食の提供がなく、持ち帰りだけの営業であることを確かめたため、認証の対象となるお店に当たりません。',
        fields: () => ({
          criterion: '対象の店',
          fact: '現地確認で、客席が撤去され、持ち帰りの販売だけを行っていた。',
        }),
      },
    ],
  };
}

function store(name: string, kana: string, address: string): DemoStore {
  return { name, kana, address };
}

/** Applications that have ended within the last three months, so that processing times can be told. */
export const demoPast: readonly DemoScene[] = [
  jitan(
    naniwa,
    store('なにわ酒場 道頓堀店', 'ナニワサカバ ドウトンボリテン', '中央区道頓堀1-2-3'),
    paid(52, [3, 9, 13, 24]),
  ),
  jitan(
    naniwa,
    store('なにわ酒場 十三店', 'ナニワサカバ ジュウソウテン', '淀川区十三本町1-2-3'),
    paid(44, [4, 11, 15, 26]),
  ),
  jitan(
    naniwa,
    store('なにわ酒場 昼どき店', 'ナニワサカバ ヒルドキテン', '中央区久太郎町1-2-3'),
    refused(38, 3, 10, 16),
  ),
  jitan(
    naniwa,
    store('なにわ酒場 鶴橋店', 'ナニワサカバ ツルハシテン', '生野区鶴橋1-2-3'),
    withdrawn(25, 2, '同じお店を、共同で営む会社がすでに申請していたため。'),
  ),
  jitan(
    minato,
    store('みなと食堂 弁天町店', 'ミナトショクドウ ベンテンチョウテン', '港区弁天1-2-3'),
    paid(55, [2, 8, 12, 20]),
  ),
  jitan(
    minato,
    store('みなと食堂 朝潮橋店', 'ミナトショクドウ アサシオバシテン', '港区田中1-2-3'),
    paid(49, [5, 12, 18, 30]),
  ),
  jitan(
    minato,
    store('みなと食堂 九条店', 'ミナトショクドウ クジョウテン', '西区九条1-2-3'),
    paid(41, [3, 8, 10, 19]),
  ),
  jitan(
    hanareya,
    store('はなれ屋 上本町', 'ハナレヤ ウエホンマチ', '天王寺区上本町1-2-3'),
    paid(47, [6, 14, 20, 33]),
  ),
  jitan(
    hanareya,
    store('はなれ屋 寺田町', 'ハナレヤ テラダチョウ', '天王寺区大道1-2-3'),
    paid(36, [2, 6, 9, 17]),
  ),
  jitan(hanareya, store('はなれ屋 別邸', 'ハナレヤ ベッテイ', '天王寺区勝山1-2-3'), refused(43, 4, 12, 17)),
  jitan(
    takomasa,
    store('たこ政 あべの本店', 'タコマサ アベノホンテン', '阿倍野区阿倍野筋1-2-3'),
    paid(50, [3, 10, 14, 22]),
  ),
  jitan(
    takomasa,
    store('たこ政 昭和町店', 'タコマサ ショウワチョウテン', '阿倍野区昭和町1-2-3'),
    paid(33, [3, 9, 12, 21]),
  ),
  jitan(
    kitahama,
    store('北浜珈琲 夜の部', 'キタハマコーヒー ヨルノブ', '中央区北浜1-2-3'),
    paid(39, [4, 9, 13, 25]),
  ),
  goldSticker(
    kitano,
    store('喫茶キタノ 天神橋店', 'キッサキタノ テンジンバシテン', '北区天神橋1-2-3'),
    certified(50, [4, 7, 14, 18]),
  ),
  goldSticker(
    kitano,
    store('喫茶キタノ テイクアウト', 'キッサキタノ テイクアウト', '北区茶屋町1-2-3'),
    notCertified(46, [5, 8, 15, 20]),
  ),
  goldSticker(
    minami,
    store('南食堂', 'ミナミショクドウ', '中央区心斎橋筋1-2-3'),
    certified(54, [3, 5, 12, 16]),
  ),
  goldSticker(
    minami,
    store('南食堂 はなれ', 'ミナミショクドウ ハナレ', '中央区西心斎橋1-2-3'),
    certified(40, [6, 9, 17, 23]),
  ),
  goldSticker(
    minami,
    store('みなみ甘味処', 'ミナミカンミドコロ', '中央区宗右衛門町1-2-3'),
    certified(35, [2, 4, 9, 12]),
  ),
  goldSticker(
    morimoto,
    store('酒場もりもと', 'サカバモリモト', '都島区東野田町1-2-3'),
    certified(48, [4, 6, 13, 17]),
  ),
  goldSticker(
    morimoto,
    store('もりもと 桜ノ宮', 'モリモト サクラノミヤ', '都島区中野町1-2-3'),
    certified(37, [5, 8, 16, 21]),
  ),
  goldSticker(inoue, store('カフェ さくら', 'カフェ サクラ', '西区新町1-2-3'), certified(45, [3, 6, 11, 15])),
  goldSticker(
    inoue,
    store('カフェ さくら 堀江', 'カフェ サクラ ホリエ', '西区北堀江1-2-3'),
    certified(34, [4, 7, 13, 19]),
  ),
  goldSticker(
    inoue,
    store('さくら弁当', 'サクラベントウ', '西区江戸堀1-2-3'),
    notCertified(42, [3, 6, 14, 19]),
  ),
  goldSticker(
    okada,
    store('焼鳥おかだ', 'ヤキトリオカダ', '東淀川区東中島1-2-3'),
    certified(51, [6, 10, 18, 25]),
  ),
  goldSticker(
    okada,
    store('おかだ 淡路', 'オカダ アワジ', '東淀川区淡路1-2-3'),
    certified(32, [2, 5, 10, 14]),
  ),
  goldSticker(
    okada,
    store('おかだ 上新庄', 'オカダ カミシンジョウ', '東淀川区瑞光1-2-3'),
    withdrawn(28, 6, 'お店の改装が決まったため、工事が終わってから申請し直します。'),
  ),
];
