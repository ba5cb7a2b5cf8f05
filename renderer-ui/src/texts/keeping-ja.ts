/** What is said so that nobody loses what they typed: two screens, a new form, the end of the acceptance. */
export const keepingJa = {
  unsafe: 'この端末には控えを残せません。「保存しました」と出てから閉じてください。',
  takenOver: (labels: readonly string[]) =>
    `ほかの画面で入力された内容を取り込みました：${labels.join('、')}`,
  takenOverMore: (count: number) => `ほか${count}か所`,
  conflict: {
    title: '二つの画面で、ちがう答えが入力されています',
    lead: '同じ申請が、ほかの画面か端末でも開かれています。次の項目は、どちらの答えにするか選んでください。ほかの項目は、両方の入力をまとめてあります。',
    mine: 'この画面の答え',
    theirs: (time: string) => `ほかの画面の答え（${time}に保存）`,
    none: '（入力なし）',
    row: '（行を残す）',
    rowGone: '（行を消す）',
    settle: 'この内容で続ける',
  },
  gone: {
    title: 'この下書きは、ほかの画面で削除されています',
    body: '入力した内容は、この画面に残っています。続けるときは、新しい下書きとして保存してください。',
    keep: '新しい下書きとして保存する',
    leave: '保存せずにマイページへ',
  },
  formChanged: {
    title: 'この手続きの様式が、新しくなりました',
    body: '入力した内容は、新しい様式に引き継がれます。提出する前に、新しい様式へ切り替えてください。',
    move: '新しい様式へ切り替える',
  },
  moved: {
    title: '新しい様式に切り替わりました。入力した内容は引き継がれています',
    at: (time: string) => `切り替わった日時：${time}`,
    details: '変わったところを見る',
    changes: '変わったところ',
    results: '計算の結果が変わったところ',
    result: (label: string, before: string, after: string) => `${label}：${before} → ${after}`,
    ask: 'もう一度お答えいただく質問',
    was: (value: string) => `前の様式での答え：${value}`,
    leftOver: '新しい様式に欄がなくなった入力',
    leftOverNote: '提出するまで、ここに残ります。必要なときは、書き写してお使いください。',
    here: 'このページの次の質問は、様式が新しくなったため、もう一度お答えください。',
    none: 'なし',
  },
  once: {
    mine: (number: string, time: string) =>
      `同じ内容の申請が、すでに届いています（申込番号 ${number}、${time}）`,
    mineBody: 'この手続きは、一度だけ申請できます。内容を直したいときは、届いている申請をご覧ください。',
    mineLink: '届いている申請を見る',
    theirs: '同じ内容の申請が、別の方からすでに届いています',
    theirsBody: (name: string, phone: string, hours: string) =>
      `この手続きは、一度だけ申請できます。お心当たりがないときは、${name}（電話 ${phone}、${hours}）にお問い合わせください。入力は、このまま続けられます。`,
  },
  deadline: {
    left: (minutes: number) => `受付終了まで、あと${minutes}分`,
    leftSeconds: (seconds: number) => `受付終了まで、あと${seconds}秒`,
    closes: (closesAt: string, now: string) => `受付は${closesAt}まで（サーバーの時刻 ${now}）`,
    graceToCome: (until: string) => `受付が終わったあとも、入力中の方は${until}まで提出できます。`,
    grace: (minutes: number) => `受付は終わりましたが、入力中の申請は、あと${minutes}分提出できます`,
    graceSeconds: (seconds: number) => `受付は終わりましたが、入力中の申請は、あと${seconds}秒提出できます`,
    graceUntil: (until: string, now: string) => `${until}まで（サーバーの時刻 ${now}）`,
    closed: '受付は終わりました。この申請は、もう提出できません',
    closedBody: (closesAt: string, name: string, phone: string, hours: string) =>
      `受付は${closesAt}に終わりました。入力した内容は消えません。見ること、書き写すことができます。ご相談は、${name}（電話 ${phone}、${hours}）へお願いします。`,
  },
  start: {
    title: '入力中の申請があります',
    body: (time: string) => `最後に保存した日時：${time}`,
    resume: '続きから入力する',
    another: '新しく始める（入力中の申請は残す）',
    replace: '入力中の申請を消して、新しく始める',
    replaceSure: '入力した内容と添付したファイルが消えます。よろしいですか。',
    replaceYes: '消して新しく始める',
    cancel: 'やめる',
  },
};
