import type { RefusalText } from './refusal-text.js';

/** About many applications at once. The last one is said of single applications only. */
export const batchesRefusals = {
  'batch-empty': {
    status: 422,
    title: 'No application',
    ja: '申請が1件もありません。申請を選ぶか、申込番号の一覧を入れてください。',
    en: 'There is no application. Tick some, or enter a list of numbers.',
  },
  'batch-too-long': {
    status: 422,
    title: 'Too many applications',
    ja: '一度に処理できるのは{max}件までです。分けてください。',
    en: 'At most {max} applications can be done at once. Divide them.',
  },
  'batch-without-numbers': {
    status: 422,
    title: 'No column of numbers',
    ja: '「申込番号」の列が見つかりません。1行目を「申込番号,理由,申請者への理由」にするか、見出しなしで番号から始めてください。',
    en: 'There is no column “number”. Begin with a line “number,reason,reason for the applicant”, or with the numbers themselves.',
  },
  'batch-begun': {
    status: 409,
    title: 'Begun or ended already',
    ja: 'このまとめて処理は、すでに始まったか終わっているため、変更できません。画面を最新にしてください。',
    en: 'This has begun or ended already and cannot be changed. Reload the page.',
  },
  'listed-twice': {
    status: 409,
    title: 'Listed twice',
    ja: '同じ申請が一覧の上のほうにもあります。この行では何もしません。',
    en: 'The same application stands further up in the list. Nothing is done for this line.',
  },
} as const satisfies Record<string, RefusalText>;
