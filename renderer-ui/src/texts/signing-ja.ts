/** Signing an application electronically. */
export const signingJa = {
  title: '電子署名',
  documentTitle: (procedure: string) => `電子署名：${procedure}`,
  lead: 'この手続きの提出には、電子署名が必要です。内容を確かめて署名し、そのあと提出してください。',
  preparing: '署名するデータを作っています',
  notPrepared: '署名するデータを作れませんでした',
  toConfirm: '入力内容の確認に戻る',
  fellAway: '署名のあとに内容が変わったため、前の署名は無効になりました。もう一度署名してください。',
  agents: {
    title: '電子署名は、ご本人だけが行えます',
    body: (name: string) =>
      `いまは ${name} 様の代理として利用しています。入力した内容は ${name} 様の下書きに保存されています。${name} 様がログインしてこの下書きを開き、内容の確認の画面から署名と提出をしてください。`,
  },
  answers: {
    title: '署名する内容',
    lead: '次の内容に署名します。直すときは、入力内容の確認に戻ってください。',
  },
  what: {
    title: '署名するデータ',
    lead: '申請の内容、添付書類の照合値（SHA-256）、申請者、作成日時をまとめた1つのデータです。署名のあとに1文字でも変わると、署名は無効になります。',
    procedure: '手続き',
    preparedAt: '作成日時',
    size: '大きさ',
    bytes: (count: number) => `${count.toLocaleString('ja-JP')} バイト`,
    sha256: '照合値（SHA-256）',
    download: 'データをダウンロード',
    fileName: 'application.json',
    show: 'データをそのまま見る',
  },
  how: {
    title: '署名する',
    testTitle: 'テスト用の証明書（効力なし）',
    testLead:
      'これはデモです。テスト用の証明書は、申請者の名前で1回の署名だけに作られ、法的な効力はありません。',
    test: 'テスト用の証明書で署名する',
    fileTitle: 'お手元の電子証明書で署名する',
    fileSteps: [
      '上の「データをダウンロード」から、署名するデータを保存します。',
      '電子署名のできるソフトで、保存したデータに署名します。データは書き換えず、データを含まない形式（CMS、detached）で、SHA-256 を選んでください。',
      'できた署名ファイル（.p7s）を選びます。選ぶと、その場で署名を確かめます。',
    ],
    file: '署名ファイルを選ぶ',
    fileKind: '拡張子が .p7s のファイル（CMS の DER 形式）',
    chosen: (name: string) => `選んだファイル：${name}`,
    certificateTitle: '使える電子証明書と、その入手先',
    certificate: [
      '個人の方：マイナンバーカードの署名用電子証明書（暗証番号が6〜16文字のもの）。お住まいの市区町村の窓口で発行・更新できます。引っ越しや氏名の変更で失効します。',
      '法人の方：代表者の電子証明書（商業登記電子証明書）など。法務局で申請できます。',
    ],
    issuers: 'この手続きで受け付ける証明書の発行者：',
    checking: '署名を確かめています',
    refused: '署名を受け付けられませんでした',
  },
  signed: {
    title: '署名を確認しました',
    by: '署名者',
    issuer: '証明書の発行者',
    at: '署名を受け付けた日時',
    lead: 'まだ提出は終わっていません。「この内容で提出する」を押すと、署名とともに提出されます。',
    submit: 'この内容で提出する',
    submitting: '提出しています…',
    failed: '提出できませんでした',
  },
  /** On the page of the application, afterwards. */
  kept: {
    title: '電子署名',
    submission: (n: number) => (n === 1 ? 'はじめの提出' : `${n - 1}回目の補正`),
    lead: '提出した内容に付いている署名です。ほかの検証ソフトでも確かめられるように、署名されたデータと署名を保存できます。',
    parts: {
      content: '署名されたデータを保存する',
      signature: '署名を保存する',
      certificate: '証明書を保存する',
    },
  },
  /** What officials read. */
  desk: {
    title: '電子署名',
    verified: '検証済み',
    signer: '署名者',
    birthDate: '生年月日',
    address: '住所',
    issuer: '証明書の発行者',
    signedAt: '署名の受付',
    substituted: '（代替文字あり）',
    submission: (n: number) => `${n}回目の提出`,
    differs: {
      name: '証明書の氏名が、回答と異なります',
      birth_date: '証明書の生年月日が、回答と異なります',
    },
    compared: (card: string, answer: string) => `証明書：${card}　回答：${answer}`,
    parts: {
      content: '署名されたデータ',
      signature: '署名',
      certificate: '証明書',
    },
  },
};
