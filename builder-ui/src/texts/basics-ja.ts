/** What the procedure is: name, office, law, window. */
export const basicsJa = {
  lead: '手続の名前、受付期間、担当、根拠など、手続全体のことを決めます。',
  unreadable: '手続の基本（procedure.json）が JSON として読めません',
  unreadableLead: '問題の一覧から、書き誤りの場所を直してください。',
  sections: {
    what: '手続の名前と案内',
    acceptance: '受付',
    office: '担当と番号',
    law: '根拠と審査の決まり',
    reading: '見出し・色・よくあるご質問',
  },
  usually: {
    delegation: '代理人への委任を認める',
    statistics: '申請・審査済・支給済の件数を公開する',
  },
  changed: (what: string) => `${what}を変更`,
  once: '同じ値の申請は一つだけにする',
  onceKey: '申請を見分ける値',
  onceMessage: '同じ内容の申請が、もう出されています。',
  waysOf: (label: string) => `「${label}」の決め方`,
  byAnswer: '質問から選ぶ',
  byFormula: '式で書く',
  chooseAnswer: '質問を選んでください',
};
