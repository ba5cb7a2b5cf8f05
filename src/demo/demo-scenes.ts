import type { TakeActionRequest } from '../applications/application.dto.js';

interface DemoStep extends Omit<TakeActionRequest, 'lock'> {
  readonly by: string;
  readonly action: string;
}

/** One application of the demo: an example of the procedure, made somebody's own, and what officials did with it. */
export interface DemoScene {
  readonly procedureId: string;
  readonly example: string;
  readonly applicant: string;
  /** Page → values that replace those of the example. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly steps: readonly DemoStep[];
}

function jitan(
  store: string,
  address: string,
  steps: readonly DemoStep[],
  applicant = 'naniwa@example.jp',
): DemoScene {
  return {
    procedureId: 'jitan-9',
    example: 'examples/01-sales-floor.json',
    applicant,
    changes: {
      store: { name: store, address },
      // The examples play in 2021; a permit of then has run out.
      permit: { valid_to: '2030-05-31', store_name: store, store_address: `大阪市${address}` },
    },
    steps,
  };
}

function goldSticker(store: string, address: string, steps: readonly DemoStep[]): DemoScene {
  return {
    procedureId: 'gold-sticker',
    example: 'examples/01-certified.json',
    applicant: 'kitano@example.jp',
    changes: { store: { name: store, address }, facility: { permit_to: '2030-05-31' } },
    steps,
  };
}

export const demoScenes: readonly DemoScene[] = [
  jitan('なにわ酒場 梅田店', '北区梅田1-1-1', []),
  jitan('立呑み なにわ 天満店', '北区天神橋4-5-6', [{ by: 'sato', action: 'pass' }], 'kitano@example.jp'),
  jitan('なにわ酒場 京橋店', '都島区東野田町2-3-4', [
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
  jitan('串かつ なにわ 新世界店', '浪速区恵美須東3-4-5', [
    { by: 'sato', action: 'pass' },
    { by: 'suzuki', action: 'recommend', fields: {} },
  ]),
  goldSticker('喫茶キタノ 中崎店', '北区中崎西1-2-3', []),
  goldSticker('喫茶キタノ 福島店', '福島区福島5-6-7', [{ by: 'sato', action: 'pass' }]),
];
