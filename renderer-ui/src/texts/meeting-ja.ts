/** Where a draft meets another: of another screen, of a new form, of somebody else; begun before. */
export const meetingJa = {
  conflict: {
    lead: '同じ申請が、ほかの画面か端末でも開かれています。次の項目は、どちらの答えにするか選んでください。ほかの項目は、両方の入力をまとめてあります。',
    mine: 'この画面の答え',
    theirs: (time: string) => `ほかの画面の答え（${time}に保存）`,
    none: '（入力なし）',
    row: '（行を残す）',
    rowGone: '（行を消す）',
    settle: 'この内容で続ける',
  },
  gone: {
    body: '入力した内容は、この画面に残っています。続けるときは、新しい下書きとして保存してください。',
    keep: '新しい下書きとして保存する',
    leave: '保存せずにマイページへ',
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
