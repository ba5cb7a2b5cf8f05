/** Words of absence and substitutes. */
export const deskAbsenceJa = {
  absence: {
    link: '不在の設定',
    title: '不在と代理',
    lead: '不在の間、代理の職員があなたの役割で審査や決裁をできます。誰が代わりにしたかは履歴に残ります。',
    none: '登録した不在はありません。',
    add: '不在を登録する',
    fromOn: '最初の日',
    toOn: '最後の日',
    substitute: '代理の職員',
    substituteHelp: '同じ手続を担当する職員から選べます。',
    choose: '選んでください',
    colleague: (name: string, department: string) => `${name}（${department}）`,
    submit: '登録する',
    added: '不在を登録しました。',
    removed: '不在を取り消しました。',
    days: (from: string, to: string) => (from === to ? from : `${from}から${to}まで`),
    standsIn: (name: string, department: string) => `代理：${name}（${department}）`,
    alone:
      'この職員はいま代理できません（アカウントが止められたか、担当が変わりました）。不在の間、あなたの案件は班に戻ります。取り消して、別の職員を選んでください。',
    remove: '取り消す',
    removeOf: (days: string) => `${days}の不在を取り消す`,
    faults: {
      'from-missing': '最初の日を入力してください。',
      'to-missing': '最後の日を入力してください。',
      'to-before-from': '最後の日は、最初の日と同じか、それより後の日にしてください。',
      over: '最後の日が過ぎています。今日か、それより後の日にしてください。',
      'substitute-missing': '代理の職員を選んでください。',
    },
  },
};
