/** The demo's mailbox. */
export const mailboxJa = {
  title: 'デモ用メールボックス',
  lead: 'この環境から送られたメールです。外には送られていません。新しいメールは自動で現れます。',
  none: 'メールはまだありません。申請を提出すると、ここに届きます。',
  notDemo: 'このページは、デモ用の環境だけで使えます。',
  list: 'メールの一覧',
  from: '差出人',
  to: '宛先',
  receivedAt: '日時',
  choose: '左の一覧からメールを選んでください。',
  portal: '申請ポータルへ',
};
