import { factTitle } from '#engine';
import type { Language } from '../../../renderer-ui/src/texts/index.js';
import { type DraftWorkflow, isMembers } from '../workflow/draft-workflow.js';
import { type Choices, choicesIn } from './written-choices.js';

/** What mails and notices know beside what the review does, by the words officials use. */
const OF_DOCUMENTS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  link: ['マイページの申請のリンク', 'Link to the application'],
  'account.name': ['アカウントの名前', 'Name of the account'],
  'account.mail': ['アカウントのメールアドレス', 'Mail address of the account'],
  'notice.document_number': ['文書番号', 'Document number'],
  'notice.issued_on': ['通知の日付', 'Date of the notice'],
  'action.reason': ['職員向けの理由', 'Reason for colleagues'],
  'action.public_reason': ['申請者向けの理由', 'Reason for the applicant'],
  'correction.due_on': ['補正の期限', 'Due day of the correction'],
  'correction.note': ['補正の添え書き', 'Note of the correction'],
  'correction.items': ['直していただく項目の一覧', 'What is to be corrected'],
  'procedure.title': ['手続の名前', 'Name of the procedure'],
  'procedure.department': ['担当課', 'Department'],
  'procedure.contact_name': ['連絡先の名前', 'Who to ask'],
  'procedure.contact_phone': ['連絡先の電話番号', 'Phone'],
  'procedure.contact_mail': ['連絡先のメール', 'Mail'],
  'procedure.contact_hours': ['連絡先の受付時間', 'Hours'],
  'procedure.legal_basis': ['根拠の規定', 'Legal basis'],
  overridden: ['職員が変えた値の一覧', 'Values that officials changed'],
};

export interface NamedFact {
  readonly title: string;
  readonly options: Choices;
}

/** What the office adds to the answers, as people call it; null for what is an answer or nothing. */
export function officeTitle(name: string, language: Language): string | null {
  const own = Object.hasOwn(OF_DOCUMENTS, name) ? OF_DOCUMENTS[name] : undefined;
  return own ? own[language === 'ja' ? 0 : 1] : factTitle(name, language);
}

/** `staff.refuse.fact`: what officials fill in with an action, by the titles of both. */
export function staffFactsOf(workflow: DraftWorkflow | null): ReadonlyMap<string, NamedFact> {
  const named = new Map<string, NamedFact>();
  for (const { name, title, value } of workflow?.stages.flatMap(({ actions }) => actions) ?? []) {
    const requires = value['requires'];
    const fields = isMembers(requires) ? requires['fields'] : undefined;
    const properties = isMembers(fields) ? fields['properties'] : undefined;
    if (!isMembers(properties)) continue;
    for (const [key, schema] of Object.entries(properties))
      if (isMembers(schema) && typeof schema['title'] === 'string')
        named.set(`staff.${name}.${key}`, {
          title: `${title} › ${schema['title']}`,
          options: choicesIn(schema),
        });
  }
  return named;
}
