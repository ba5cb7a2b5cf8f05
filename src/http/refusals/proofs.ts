import type { RefusalText } from './refusal-text.js';

/** About notices that are to be proved or called back. */
export const proofsRefusals = {
  'notice-not-known': {
    status: 404,
    title: 'No such notice',
    ja: 'この二次元コードの書類は、発行の記録にありません。書類にある担当に問い合わせてください。',
    en: 'No notice with this code is on record. Ask the office named in the paper.',
  },
  'revocation-not-yours': {
    status: 403,
    title: 'Not yours to call back',
    ja: '通知書の取消しは、決裁をする役割の職員が行います。',
    en: 'Notices are called back by officials who decide.',
  },
  'revocation-asked': {
    status: 409,
    title: 'Asked already',
    ja: 'この通知書の取消しは、すでに申し出があるか、取り消されています。画面を開き直してください。',
    en: 'Somebody asked for it already, or it was called back. Please open the page again.',
  },
  'revocation-not-asked': {
    status: 409,
    title: 'Not asked for',
    ja: '取消しの申出がありません。ほかの人が先に決めたかもしれません。画面を開き直してください。',
    en: 'Nobody asks for it any more. Somebody may have decided already; please open the page again.',
  },
  'revocation-own': {
    status: 409,
    title: 'It takes two',
    ja: '自分で申し出た取消しを、自分で決めることはできません。ほかの決裁者に依頼してください。',
    en: 'You asked for it yourself. A colleague who decides must do this.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
