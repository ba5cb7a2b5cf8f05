import type { TakeActionRequest } from '../applications/desk.dto.js';

interface DemoStep extends Omit<TakeActionRequest, 'lock'> {
  readonly by: string;
  readonly action: string;
}

/** Something written about the application, before officials act on it. */
export interface DemoMessage {
  /** Login of the official; null for the applicant. */
  readonly by: string | null;
  readonly body: string;
  readonly withPicture?: boolean;
}

/** One application of the demo: an example of the procedure, made somebody's own, and what officials did with it. */
export interface DemoScene {
  readonly procedureId: string;
  readonly example: string;
  readonly applicant: string;
  /** Page → values that replace those of the example. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly messages: readonly DemoMessage[];
  readonly steps: readonly DemoStep[];
}

interface DemoStore {
  readonly name: string;
  readonly kana: string;
  readonly address: string;
}

/** Of 株式会社なにわ酒場. */
function jitan(
  store: DemoStore,
  steps: readonly DemoStep[],
  messages: readonly DemoMessage[] = [],
): DemoScene {
  return {
    procedureId: 'jitan-9',
    example: 'examples/01-sales-floor.json',
    applicant: 'naniwa@example.jp',
    changes: {
      applicant: {
        name: '株式会社なにわ酒場',
        name_kana: 'ナニワサカバ',
        rep_name: '難波 花子',
        rep_kana: 'ナンバ ハナコ',
        postal: '5420076',
        address: '大阪府大阪市中央区難波1-2-3',
        contact_name: '難波 太郎',
        contact_tel: '0612345678',
      },
      store: { ...store },
      permit: {
        holder: '株式会社なにわ酒場',
        // The examples play in 2021; a permit of then has run out.
        valid_to: '2030-05-31',
        store_name: store.name,
        store_address: `大阪市${store.address}`,
      },
      bank: { holder_kana: 'ｶ)ﾅﾆﾜｻｶﾊﾞ' },
    },
    messages,
    steps,
  };
}

/** Of 北野 春香, in her own name. */
function goldSticker(store: DemoStore, steps: readonly DemoStep[]): DemoScene {
  const contact = { contact_name: '北野 春香', contact_tel: '09087654321' };
  return {
    procedureId: 'gold-sticker',
    example: 'examples/16-sole-proprietor.json',
    applicant: 'kitano@example.jp',
    changes: {
      applicant: {
        name: '北野 春香',
        name_kana: 'キタノ ハルカ',
        postal: '5300012',
        address: '大阪府大阪市北区芝田2-3-4',
        ...contact,
      },
      store: { ...store, building: '1階', category: 'cafe' },
      facility: { permit_to: '2030-05-31' },
      leader: { name: '北野 春香' },
      visit: contact,
    },
    messages: [],
    steps,
  };
}

export const demoScenes: readonly DemoScene[] = [
  jitan(
    { name: 'なにわ酒場 梅田店', kana: 'ナニワサカバ ウメダテン', address: '北区梅田1-1-1' },
    [],
    [
      {
        by: null,
        body: 'お店の外観の写真が暗かったので、撮り直しました。\nこちらに差し替えていただけますか。',
        withPicture: true,
      },
    ],
  ),
  jitan(
    { name: '立呑み なにわ 天満店', kana: 'タチノミ ナニワ テンマテン', address: '北区天神橋4-5-6' },
    [{ by: 'sato', action: 'pass' }],
    [
      { by: null, body: '先週、電話番号が変わりました。新しい番号は 06-1111-2222 です。' },
      {
        by: 'sato',
        body: 'ご連絡ありがとうございます。新しい番号を記録しました。\n申請の内容は、そのままで差し支えありません。',
      },
    ],
  ),
  jitan({ name: 'なにわ酒場 京橋店', kana: 'ナニワサカバ キョウバシテン', address: '都島区東野田町2-3-4' }, [
    {
      by: 'sato',
      action: 'ask_correction',
      reason: '許可証の写しが不鮮明。有効期限が入力と合っているか読み取れない。',
      publicReason:
        '営業許可証の写しがぼやけており、有効期限を読み取れませんでした。撮り直した写真を添付してください。',
      targets: [
        { path: '/permit/valid_to', comment: '許可証に書かれた有効期限の日をご確認ください。' },
        { path: '/documents/permit_copy', comment: '全体が写り、文字が読めるように撮り直してください。' },
      ],
    },
  ]),
  jitan(
    {
      name: '串かつ なにわ 新世界店',
      kana: 'クシカツ ナニワ シンセカイテン',
      address: '浪速区恵美須東3-4-5',
    },
    [
      { by: 'sato', action: 'pass' },
      { by: 'suzuki', action: 'recommend', fields: {} },
    ],
  ),
  goldSticker(
    { name: '喫茶キタノ 中崎店', kana: 'キッサキタノ ナカザキテン', address: '北区中崎西1-2-3' },
    [],
  ),
  goldSticker({ name: '喫茶キタノ 福島店', kana: 'キッサキタノ フクシマテン', address: '福島区福島5-6-7' }, [
    { by: 'sato', action: 'pass' },
  ]),
];
