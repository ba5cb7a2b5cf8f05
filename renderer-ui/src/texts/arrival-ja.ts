/** Words for applicants about whether mails and documents reach them. */
export const arrivalJa = {
  trouble: {
    bounced: 'メールが届いていません',
    complained: 'メールが迷惑メールとして報告されました',
  },
  troubleLead: (mail: string) =>
    `${mail} にお送りしたメールが届きませんでした。メールアドレスを変更するか、受信の設定（@ドメインの受信許可、メールボックスの空き）を確かめてください。`,
  troubleShort: 'お送りしたメールが届きませんでした。メールアドレスを確かめてください。',
  change: 'メールアドレスを変更する',
  check: 'メールアドレスを確かめる',
  works: 'このアドレスで受け取れるようにしました',
  worksDone: 'ありがとうございます。次のメールからこのアドレスにお送りします。',
  notices: {
    title: '通知書の受け取り方',
    lead: '申請についての通知書（審査の結果など）をどのように受け取るかを選びます。',
    support:
      'どちらを選んでも、通知書は申請ポータルでいつでも読めます。掲載したときはメールでお知らせします。',
    portal: '申請ポータルで受け取る（電子的な通知に同意します）',
    post: '郵送でも受け取る',
    values: { portal: '申請ポータルで受け取る', post: '郵送でも受け取る', none: 'まだ選んでいません' },
    missing: '受け取り方を選んでください。',
    since: (at: string) => `${at}から`,
  },
  revoked: {
    chip: '失効',
    since: (on: string) => `この通知書は${on}に取り消されました。お手元のものは使えません。`,
    reason: (reason: string) => `理由：${reason}`,
  },
  appeal: (known: string, appeal: string, suit: string) =>
    `この通知書を開いた日（${known}）の翌日から数えて、審査請求は${appeal}まで、取消しの訴えは${suit}までできます。`,
};
