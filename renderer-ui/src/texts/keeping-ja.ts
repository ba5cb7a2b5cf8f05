/** What is said so that nobody loses what they typed: two screens, a new form, the end of the acceptance. */
export const keepingJa = {
  unsafe: 'この端末には控えを残せません。「保存しました」と出てから閉じてください。',
  takenOver: (labels: readonly string[]) =>
    `ほかの画面で入力された内容を取り込みました：${labels.join('、')}`,
  takenOverMore: (count: number) => `ほか${count}か所`,
  formChanged: {
    title: 'この手続きの様式が、新しくなりました',
    body: '入力した内容は、新しい様式に引き継がれます。提出する前に、新しい様式へ切り替えてください。',
    move: '新しい様式へ切り替える',
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
  conflict: '二つの画面で、ちがう答えが入力されています',
  gone: 'この下書きは、ほかの画面で削除されています',
};
