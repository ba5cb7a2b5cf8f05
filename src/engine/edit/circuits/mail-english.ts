import { styleOf } from '../../notice/line-styles.js';

/** The mails of the circuits in English, line by line; placeholders by their number. */
export const MAIL_ENGLISH: Readonly<Record<string, string>> = {
  '{1}　様': 'Dear {1},',
  申込番号: 'Application number',
  届いた日: 'Arrived on',
  直していただきたいところ: 'What to correct',
  'このメールは送信専用です。ご返信いただいてもお答えできません。':
    'This address only sends mails. We cannot answer replies to it.',
  '{1}　電話 {2}（{3}）': '{1}, telephone {2} ({3})',
  '受け付けました（申込番号 {1}）': 'We have your application (application {1})',
  '{1}を受け付けました。審査の状況は、いつでもマイページで確かめられます。':
    'We have received “{1}”. You can see at any time on My Page how far it is.',
  '補正をお願いします（申込番号 {1}）': 'Please correct your application (application {1})',
  '{1}の審査で、直していただきたいところが見つかりました。{2}までにマイページから直して、もう一度提出してください。':
    'In the review of “{1}” we found something that needs your correction. Please make it on My Page and submit again by {2}.',
  '補正の期限が近づいています（申込番号 {1}）': 'Please send your corrections soon (application {1})',
  '{1}について、{2}までに直していただくところがあります。お済みでなければ、マイページから提出してください。':
    'Your corrections to “{1}” are due by {2}. If you have not sent them yet, please do so on My Page.',
  '補正を受け付けました（申込番号 {1}）': 'We have your corrections (application {1})',
  '{1}の補正を受け付けました。ありがとうございました。引き続き審査を進めます。':
    'We have received your corrections to “{1}”. Thank you. We are going on with the review.',
  '審査の状況のお知らせ（申込番号 {1}）': 'How your application stands (application {1})',
  '{1}について、審査をもう一度行うことになりました。': '“{1}” is being reviewed again.',
  '取下げを受け付けました（申込番号 {1}）': 'Your application was withdrawn (application {1})',
  '{1}の取下げを受け付けました。審査は終わりました。受付期間の中であれば、あらためて提出できます。':
    '“{1}” was withdrawn as you asked. Its review has ended. Until applications close you can submit anew.',
  '届出の手続が終わりました（申込番号 {1}）': 'Your notification is complete (application {1})',
  '{1}の内容を確かめ、手続が終わりました。お手続きいただくことはありません。':
    'We have looked at “{1}”, and it is complete. There is nothing more to do.',
  '許可が決まりました（申込番号 {1}）': 'Your permit was granted (application {1})',
  '{1}について、許可が決まりました。通知書をマイページに用意しました。':
    'The permit for “{1}” was granted. The notice is on My Page, in Japanese.',
  '審査の結果のお知らせ（申込番号 {1}）': 'The result of the review (application {1})',
  '{1}について、審査の結果、認められないことが決まりました。理由をくわしく書いた通知書を、マイページに用意しました。':
    'After its review it was decided not to grant “{1}”. The notice with the full reasons is on My Page, in Japanese.',
  '決定について確かめたいことがあるときは、下の連絡先にお知らせください。':
    'If you have a question about the decision, please tell us at the address below.',
  '交付が決まりました（申込番号 {1}）': 'Your grant was decided (application {1})',
  '{1}について、交付が決まりました。通知書をマイページに用意しました。':
    'The grant for “{1}” was decided. The notice is on My Page, in Japanese.',
  '振り込みました（申込番号 {1}）': 'The money was transferred (application {1})',
  '{1}について、{2}に{3}円を振り込みました。口座をご確認ください。':
    'For “{1}” we transferred {3} yen on {2}. Please check your account.',
  '認定が決まりました（申込番号 {1}）': 'Your certification was decided (application {1})',
  '{1}について、認定が決まりました。通知書をマイページに用意しました。':
    'The certification for “{1}” was decided. The notice is on My Page, in Japanese.',
  '当選しました（申込番号 {1}）': 'You were drawn (application {1})',
  '{1}について、当選しました。通知書をマイページに用意しました。':
    'You were drawn for “{1}”. The notice is on My Page, in Japanese.',
  '抽選番号のお知らせ（申込番号 {1}）': 'Your number for the draw (application {1})',
  '{1}の申込みを確かめました。抽選番号は{2}です。抽選の結果は、あらためてお知らせします。':
    'We have looked at “{1}”. Your number for the draw is {2}. We write again with its result.',
};

/** The lines of a mail as it stands in its file, as `templateSentences` has them of a compiled one. */
export function mailSentences(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    if (/^(---$|\{\{[#/])/.test(line)) return [];
    const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]?.split('|') ?? [
      styleOf(line.replace(/^subject: /, '')).text,
    ];
    return cells.map((cell) => {
      let placeholders = 0;
      return cell.replaceAll(/\{\{[^}]*\}\}/g, () => `{${++placeholders}}`).trim();
    });
  });
}
