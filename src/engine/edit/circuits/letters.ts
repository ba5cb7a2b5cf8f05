import type { LegalNature } from '../../procedure/procedure.js';
import { standardLines } from '../standard-lines.js';

/** Mails and notices that read nothing of the form, so that they go with every procedure. */

type Texts = Readonly<Record<string, string>>;

function mail(subject: string, ...lines: readonly string[]): string {
  return [
    '---',
    `subject: ${subject}（申込番号 {{ application.number }}）`,
    '---',
    '',
    '{{ account.name }}　様',
    '',
    ...lines,
    '',
    ...standardLines('mail-end', 'service'),
    '',
  ].join('\n');
}

function letter(title: string, nature: LegalNature, ...lines: readonly string[]): string {
  return [
    '---',
    `title: ${title}`,
    'layout: letter',
    'numbering: yes',
    '---',
    '',
    ...standardLines('number', nature),
    '',
    ...standardLines('addressee', nature),
    '',
    ...standardLines('sender', nature),
    '',
    `表題：{{ procedure.title }}　${title}`,
    '',
    ...lines,
    '',
    ...standardLines('contact', nature),
    '',
  ].join('\n');
}

const ARRIVED =
  '　{{ application.submitted_on }}付け（申込番号 {{ application.number }}）の{{ procedure.title }}について、';

export const EVERY_MAIL: Texts = {
  received: mail(
    '受け付けました',
    '{{ procedure.title }}を受け付けました。審査の状況は、いつでもマイページで確かめられます。',
    '',
    '| 申込番号 | {{ application.number }} |',
    '| 届いた日 | {{ application.submitted_on }} |',
  ),
  'correction-request': mail(
    '補正をお願いします',
    '{{ procedure.title }}の審査で、直していただきたいところが見つかりました。{{ correction.due_on }}までにマイページから直して、もう一度提出してください。',
    '',
    '見出し：直していただきたいところ',
    '{{#each item in correction.items }}',
    '| {{ item.label }} | {{ item.comment }} |',
    '{{/each}}',
  ),
  'correction-reminder': mail(
    '補正の期限が近づいています',
    '{{ procedure.title }}について、{{ correction.due_on }}までに直していただくところがあります。お済みでなければ、マイページから提出してください。',
  ),
  'correction-received': mail(
    '補正を受け付けました',
    '{{ procedure.title }}の補正を受け付けました。ありがとうございました。引き続き審査を進めます。',
  ),
  'sent-back': mail(
    '審査の状況のお知らせ',
    '{{ procedure.title }}について、審査をもう一度行うことになりました。',
    '',
    '{{ action.public_reason }}',
  ),
  withdrawn: mail(
    '取下げを受け付けました',
    '{{ procedure.title }}の取下げを受け付けました。審査は終わりました。受付期間の中であれば、あらためて提出できます。',
  ),
};

export function decided(words: string): Texts {
  return {
    decided: mail(words, `{{ procedure.title }}について、${words}。通知書をマイページに用意しました。`),
  };
}

export const REFUSED_MAIL: Texts = {
  refused: mail(
    '審査の結果のお知らせ',
    '{{ procedure.title }}について、審査の結果、認められないことが決まりました。理由をくわしく書いた通知書を、マイページに用意しました。',
    '',
    '決定について確かめたいことがあるときは、下の連絡先にお知らせください。',
  ),
};

export function mailAbout(subject: string, ...lines: readonly string[]): string {
  return mail(subject, ...lines);
}

export function everyNotice(nature: LegalNature): Texts {
  return {
    'arrival-receipt': letter(
      '到達確認通知書',
      nature,
      '　{{ procedure.title }}が到達したことを確認しましたので通知します。',
      '',
      ...standardLines('particulars', nature),
      '',
      '1　申込番号　　{{ application.number }}',
      '2　到達の日　　{{ application.submitted_on }}',
      '3　審査の状況　次のページで確かめることができます。　{{ link }}',
      '',
      '注：この通知は、届いたことを確認するもので、結果を示すものではありません。',
    ),
    'correction-request': letter(
      '補正依頼通知書',
      nature,
      `${ARRIVED}下記のとおり補正が必要ですので、期限までに補正してください。`,
      '',
      ...standardLines('particulars', nature),
      '',
      '1　補正を要する事項',
      '| 項目 | 不備の内容と直し方 |',
      '{{#each item in correction.items }}',
      '| {{ item.label }} | {{ item.comment }} |',
      '{{/each}}',
      '2　補正の期限　　{{ correction.due_on }}',
      '3　補正の方法　　次のページにログインし、上の項目を直して提出してください。　{{ link }}',
    ),
  };
}

/** @param points numbered lines under 記 */
export function decisionNotice(
  title: string,
  words: string,
  nature: LegalNature,
  ...points: readonly string[]
): Texts {
  return {
    decision: letter(
      title,
      nature,
      `${ARRIVED}${words}ので通知します。`,
      '',
      ...(points.length > 0 ? [...standardLines('particulars', nature), '', ...points] : []),
    ),
  };
}

export function refusalNotice(nature: LegalNature): Texts {
  return {
    refusal: letter(
      '審査結果通知書',
      nature,
      `${ARRIVED}審査の結果、認められないことを決定しましたので通知します。`,
      '',
      ...standardLines('particulars', nature),
      '',
      '1　根拠　　{{ procedure.legal_basis }}',
      '2　理由　　{{ action.public_reason }}',
      '',
      ...standardLines('remedies', nature),
    ),
  };
}
