import type { Fact } from '../expression/index.js';
import type { Language } from '../../../renderer-ui/src/texts/index.js';
import type { Placeholder } from './placeholder-words.js';
import { readLine } from './template-lines.js';

/** What an office adds to the answers, by the words officials use. */
const OFFICE: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  today: ['今日の日付', 'Today'],
  link: ['マイページの申請のリンク', 'Link to the application'],
  'account.name': ['アカウントの名前', 'Name of the account'],
  'account.mail': ['アカウントのメールアドレス', 'Mail address of the account'],
  'application.number': ['申込番号', 'Application number'],
  'application.submitted_on': ['届いた日', 'Day of arrival'],
  'application.entered_on': ['今の段階に入った日', 'Day the stage began'],
  'application.team': ['担当の班', 'Team'],
  'notice.document_number': ['文書番号', 'Document number'],
  'notice.issued_on': ['通知の日付', 'Date of the notice'],
  'action.reason': ['職員向けの理由', 'Reason for colleagues'],
  'action.public_reason': ['申請者向けの理由', 'Reason for the applicant'],
  'correction.due_on': ['補正の期限', 'Due day of the correction'],
  'correction.note': ['補正の添え書き', 'Note of the correction'],
  'procedure.title': ['手続の名前', 'Name of the procedure'],
  'procedure.department': ['担当課', 'Department'],
  'procedure.contact_name': ['連絡先の名前', 'Who to ask'],
  'procedure.contact_phone': ['連絡先の電話番号', 'Phone'],
  'procedure.contact_mail': ['連絡先のメール', 'Mail'],
  'procedure.contact_hours': ['連絡先の受付時間', 'Hours'],
  'procedure.legal_basis': ['根拠の規定', 'Legal basis'],
  corrections: ['補正を求めた回数', 'How often a correction was asked'],
};
/** Of what a repeat over the items of a correction has. */
const ITEM: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  label: ['直す項目', 'What is to be corrected'],
  comment: ['不備と直し方', 'What is wrong with it'],
};

/** What a text can repeat something for: rows of the form, what is to be corrected. */
export function listsFor(facts: readonly Fact[], language: Language): readonly Placeholder[] {
  return facts
    .filter(({ type }) => type.kind === 'list')
    .map(({ name, title }) => ({ name, title: LISTS[name]?.[language === 'ja' ? 0 : 1] ?? title }));
}

const LISTS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  'correction.items': ['直していただく項目の一覧', 'What is to be corrected'],
  overridden: ['職員が変えた値の一覧', 'Values that officials changed'],
};

/** Everything that can be put into this text: answers, what the office adds, and the row of a repeat around. */
export function placeholdersFor(
  facts: readonly Fact[],
  body: readonly string[],
  language: Language,
): readonly Placeholder[] {
  const at = language === 'ja' ? 0 : 1;
  const plain = facts
    .filter(({ type }) => type.kind !== 'list' && type.kind !== 'context')
    .map(({ name, title }) => ({ name, title: OFFICE[name]?.[at] ?? title }));
  const known = new Map(facts.map((fact) => [fact.name, fact]));
  const rows = body.flatMap((line): readonly Placeholder[] => {
    const read = readLine(line);
    if (read.kind !== 'each' || read.name === '') return [];
    const type = known.get(read.list)?.type;
    const of = type?.kind === 'list' ? type.of : null;
    const keys = of?.kind === 'context' ? Object.keys(of.fields) : Object.keys(ITEM);
    return keys.map((key) => ({
      name: `${read.name}.${key}`,
      title: `${known.get(read.list)?.title ?? read.name} › ${ITEM[key]?.[at] ?? key}`,
    }));
  });
  const office = plain.filter(({ name }) => name in OFFICE);
  return [...rows, ...plain.filter(({ name }) => !(name in OFFICE)), ...office];
}
