import { fill } from '../http/fill.js';
import type { Bilingual } from '../http/refusal.js';
import type { Finding, OutReason, Reported } from './payment.entity.js';
import { returnCode } from './return-codes.js';

/** What was found, with the values that differ, so that somebody can judge it without looking elsewhere. */
const texts: Readonly<Record<string, Bilingual>> = {
  'not-waiting': {
    ja: '申請が振込待ちの段階にありません。',
    en: 'The application is no longer waiting for its payment.',
  },
  'on-hold': { ja: '申請が保留になっています。', en: 'The application is on hold.' },
  'paid-already': {
    ja: '同じ申請が、支払第{batch}号ですでに振り込まれています。',
    en: 'The same application was paid in batch {batch} already.',
  },
  'amount-unknown': {
    ja: '支払う額が決まりません。額の計算を確かめてください。',
    en: 'The amount is unknown. Check how it is computed.',
  },
  'amount-zero': { ja: '支払う額が{amount}円です。', en: 'The amount is {amount} yen.' },
  'amount-too-large': {
    ja: '支払う額（{amount}円）が、振込データに書ける10桁を超えます。',
    en: 'The amount ({amount} yen) has more than the ten digits of the file.',
  },
  'amount-changed': {
    ja: '支払う額が、決定のときの{before}円から{amount}円に変わっています。',
    en: 'The amount is {amount} yen, and was {before} yen when it was decided.',
  },
  'amount-changed-since': {
    ja: '支払う額が、前に確かめたときの{before}円から{amount}円に変わっています。',
    en: 'The amount is {amount} yen, and was {before} yen when it was last looked at.',
  },
  'account-incomplete': {
    ja: '口座の情報が足りないか、桁が合いません。',
    en: 'Something of the account is missing or has the wrong length.',
  },
  'bank-unknown': {
    ja: '金融機関コード{bank}の金融機関がありません（統合・廃止を含む）。',
    en: 'There is no bank {bank}, or no longer.',
  },
  'branch-unknown': {
    ja: '{bank}に支店コード{branch}の支店がありません（統合・廃止を含む）。',
    en: '{bank} has no branch {branch}, or no longer.',
  },
  letters: {
    ja: '口座名義「{holder}」に、振込データに書けない文字（{letters}）があります。',
    en: 'The holder “{holder}” has characters that cannot be written ({letters}).',
  },
  'holder-long': {
    ja: '口座名義「{holder}」が{most}文字を超えます。{most}文字までを書きます。',
    en: 'The holder “{holder}” is longer than {most} characters; the first {most} are written.',
  },
  'holder-differs': {
    ja: '口座名義「{holder}」が、申請者のフリガナ「{name}」と合いません。',
    en: 'The holder “{holder}” is not the applicant’s reading “{name}”.',
  },
  'account-shared': {
    ja: '同じ口座に、別の申請者「{applicant}」（{number}、支払第{batch}号）への支払があります（{count}件）。',
    en: 'The same account is paid for another applicant, {applicant} ({number}, batch {batch}); {count} in all.',
  },
  'paid-twice': {
    ja: '同じ申請者の同じ対象に、別の支払（{number}、支払第{batch}号）があります（{count}件）。',
    en: 'The same applicant is paid for the same subject by {number} (batch {batch}); {count} in all.',
  },
};

export function findingText({ code, params }: Pick<Finding, 'code' | 'params'>): Bilingual {
  const known = texts[code] ?? { ja: code, en: code };
  const written = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'number' && key !== 'batch' ? value.toLocaleString('ja-JP') : value,
    ]),
  );
  return { ja: fill(known.ja, written), en: fill(known.en, written) };
}

/** Why one is not paid. @param byName who took it out */
export function outText({ code, reason = '' }: OutReason, byName: string | null): Bilingual | null {
  if (code === 'cancelled') return { ja: '支払の取りやめにより外しました。', en: 'The batch was cancelled.' };
  if (code !== 'taken-out') return null;
  const by = byName ?? '';
  return { ja: `${by}が外しました：${reason}`, en: `Taken out by ${by}: ${reason}` };
}

export function resultText({ result, on, code, note }: Reported): Bilingual {
  if (result === 'paid') return { ja: `振込済（${on}）`, en: `Paid on ${on}` };
  const { staff } = returnCode(code);
  const more = note === '' ? '' : `：${note}`;
  return { ja: `組戻し（${on}）${staff.ja}${more}`, en: `Returned on ${on}. ${staff.en}${more}` };
}
