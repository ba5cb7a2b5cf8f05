import type { Bilingual } from '../http/refusal.js';

interface ReturnCode {
  readonly code: string;
  /** How banks number or word it. */
  readonly words: RegExp;
  readonly staff: Bilingual;
  /** Told to the applicant, who corrects the account. */
  readonly applicant: string;
}

/** Why money comes back (組戻し・振込不能), from the most telling on. */
export const returnCodes: readonly ReturnCode[] = [
  {
    code: 'no-account',
    words: /^0?1$|該当|口座なし|口座無し|no.?account/i,
    staff: { ja: '該当する口座がない', en: 'No such account' },
    applicant: '銀行から「該当する口座がない」として戻りました。通帳で支店と口座番号を確かめてください。',
  },
  {
    code: 'holder',
    words: /^0?2$|名義|受取人名|holder|name/i,
    staff: { ja: '口座の名義が違う', en: 'The holder is another' },
    applicant: '銀行から「名義が違う」として戻りました。通帳のカナのとおりに直してください。',
  },
  {
    code: 'closed',
    words: /^0?3$|解約|停止|閉鎖|closed/i,
    staff: { ja: '口座が解約または取引停止', en: 'The account is closed or blocked' },
    applicant: '銀行から「解約または取引停止」として戻りました。いま使える口座にしてください。',
  },
  {
    code: 'type',
    words: /^0?4$|種目|科目|種類|type/i,
    staff: { ja: '預金の種類が違う', en: 'The type of account is another' },
    applicant: '銀行から「預金の種類が違う」として戻りました。普通・当座・貯蓄のどれかを確かめてください。',
  },
  {
    code: 'recalled',
    words: /^0?8$|依頼|recall/i,
    staff: { ja: '府の依頼による組戻し', en: 'Recalled by the office' },
    applicant: '振込を取り消しました。振込先をもう一度確かめてください。',
  },
  {
    code: 'other',
    words: /^$/,
    staff: { ja: 'その他の理由', en: 'Another reason' },
    applicant: '口座に振り込めませんでした。通帳で振込先をもう一度確かめてください。',
  },
];

const other: ReturnCode = returnCodes.at(-1) as ReturnCode;

/** By its code; what nobody knows is another reason. */
export function returnCode(code: string | null): ReturnCode {
  return returnCodes.find((one) => one.code === code) ?? other;
}

/** By how a bank numbers or words it. */
export function readReturnCode(text: string): string {
  return (returnCodes.find(({ words }) => words.test(text)) ?? other).code;
}
