import type { LegalNature } from '../procedure/procedure.js';

/** What notices and mails of every office have in common, ready to be put into a template. */
export type StandardLines =
  'number' | 'addressee' | 'sender' | 'particulars' | 'reason' | 'remedies' | 'contact' | 'mail-end';

export interface StandardBlock {
  readonly id: StandardLines;
  readonly of: 'messages' | 'notices' | 'both';
  /** Lines as they stand in the file; empty where the law wants none. */
  readonly lines: (nature: LegalNature) => readonly string[];
}

/** 行政不服審査法82条1項, 行政事件訴訟法46条1項: to whom, within what time, and by suing whom. */
const REMEDIES = [
  '注：この決定に不服があるときは、この決定があったことを知った日の翌日から起算して3か月以内に、知事に対して審査請求をすることができます。ただし、この決定があった日の翌日から起算して1年を過ぎると、審査請求をすることができません。',
  '注：この決定について裁判で争うときは、この決定があったことを知った日（審査請求をしたときは、その裁決があったことを知った日）の翌日から起算して6か月以内に、都道府県を被告として（知事が代表します）、決定の取消しの訴えを提起することができます。ただし、決定または裁決があった日の翌日から起算して1年を過ぎると、訴えを提起することができません。',
];

export const STANDARD_BLOCKS: readonly StandardBlock[] = [
  {
    id: 'number',
    of: 'notices',
    lines: () => ['右：{{ notice.document_number }}', '右：{{ notice.issued_on }}'],
  },
  { id: 'addressee', of: 'notices', lines: () => ['宛先：{{ account.name }}　様'] },
  { id: 'sender', of: 'notices', lines: () => ['発信者：知事', '発信者：（公印省略）'] },
  { id: 'particulars', of: 'notices', lines: () => ['中央：記'] },
  {
    id: 'reason',
    of: 'both',
    lines: () => [
      '見出し：理由',
      '　{{ procedure.legal_basis }}に基づき審査した結果は、次のとおりです。',
      '{{ action.public_reason }}',
    ],
  },
  { id: 'remedies', of: 'notices', lines: (nature) => (nature === 'disposition' ? REMEDIES : []) },
  {
    id: 'contact',
    of: 'notices',
    lines: () => [
      'フッター：担当　{{ procedure.department }}',
      'フッター：{{ procedure.contact_name }}　電話 {{ procedure.contact_phone }}（{{ procedure.contact_hours }}）　メール {{ procedure.contact_mail }}',
    ],
  },
  {
    id: 'mail-end',
    of: 'messages',
    lines: () => [
      '{{ link }}',
      '',
      '注：このメールは送信専用です。ご返信いただいてもお答えできません。',
      '{{ procedure.department }}',
      '{{ procedure.contact_name }}　電話 {{ procedure.contact_phone }}（{{ procedure.contact_hours }}）',
    ],
  },
];

export function standardLines(id: StandardLines, nature: LegalNature): readonly string[] {
  return STANDARD_BLOCKS.find((block) => block.id === id)?.lines(nature) ?? [];
}
