/** What applicant and office write to each other; both sides use these words. */
export const messagesJa = {
  title: 'メッセージ',
  over: (number: string) => `申込番号 ${number}`,
  list: 'これまでのやりとり',
  none: {
    applicant: 'まだメッセージはありません。この申請について、担当に質問や連絡ができます。',
    office: 'まだメッセージはありません。',
  },
  you: 'あなた',
  /** The reader's own message: has the other side seen it? */
  read: {
    applicant: (at: string) => `職員が ${at} に読みました`,
    office: (at: string) => `申請者が ${at} に読みました`,
  },
  unread: { applicant: '職員はまだ読んでいません', office: '申請者はまだ読んでいません' },
  fresh: '新着',
  body: {
    applicant: '担当へのメッセージ',
    office: '申請者へのメッセージ',
  },
  bodyHelp: {
    applicant:
      '返信は、開庁日に順にお送りします。暗証番号やパスワードは書かないでください。申請内容の訂正は、担当から補正のお願いをお送りしたときにできます。',
    office: '申請者には、メッセージが届いていることだけをメールで知らせます。メールに内容は載りません。',
  },
  files: '添付ファイル',
  filesHelp: (count: number, size: string) =>
    `写真（JPEG・PNG・HEIC・WebP）またはPDFを${count}個まで。1個 ${size} まで。`,
  choose: 'ファイルを選ぶ',
  camera: '写真を撮る',
  sending: (percent: number) => `送信中 ${percent}%`,
  remove: '外す',
  removeNamed: (name: string) => `${name} を外す`,
  save: '保存する',
  saveNamed: (name: string) => `${name} を保存する`,
  tooMany: (count: number) => `添付できるのは${count}個までです。`,
  tooLarge: (size: string) => `大きすぎます。1個 ${size} までにしてください。`,
  wrongKind: '写真またはPDFを選んでください。',
  unreachable: '送信できませんでした。通信の状態を確かめて、もう一度選んでください。',
  arrived: (name: string) => `${name} を添付しました。`,
  bodyMissing: 'メッセージを入力してください。',
  stillSending: 'ファイルの送信が終わるまで、少しお待ちください。',
  send: '送信する',
  sent: 'メッセージを送信しました。',
  notSent: '送信できませんでした',
  closed: {
    'by-office': 'このやりとりは、担当が終了しました。ご用の方は、お問い合わせ先へご連絡ください。',
    retention: '書類の保存期間が過ぎているため、この申請についてのメッセージは送れません。',
    role: 'いまこの申請を担当している職員だけが返信できます。',
  },
  settle: '返信は不要にする',
  settled: '返信待ちから外しました。',
  close: 'やりとりを終了する',
  closeNote:
    '申請者は、この申請についてメッセージを送れなくなります。職員が送ると、また送れるようになります。',
  closedNow: 'やりとりを終了しました。',
  back: '申請の状況にもどる',
  waiting: '返信待ち',
  facts: (facts: readonly string[]) => facts.join('・'),
};
