/** The wizard: from the first question to the receipt. */
export const fillJa = {
  steps: '入力のステップ',
  confirmStep: '内容の確認と提出',
  next: '次へ進む',
  toConfirm: '確認へ進む',
  back: '前へ戻る',
  later: '中断して、あとで続ける',
  laterNote: '入力した内容は保存されています。マイページからいつでも続けられます。',
  deadline: (date: string) => `受付は${date}までです。`,
  noQuestions: 'このページには、お答えいただく質問はありません。次へ進んでください。',
  loading: '入力画面を準備しています',
  save: {
    saving: '保存しています…',
    saved: (time: string) => `保存しました ${time}`,
    unsaved: '入力中…',
    offline: '接続が切れています。入力はこの端末に残っています',
    signedOut: 'ログインが切れています。入力はこの端末に残っています',
    refused: (reason: string) => `保存できませんでした。${reason}`,
    prefilled: '登録されている情報を、はじめから入れてあります。変わったところがあれば直してください。',
    restored: 'この端末に残っていた、まだ保存していない入力を戻しました。',
  },
  submittedElsewhere: {
    title: 'この申請は、すでに提出されています',
    open: '申請の状況を見る',
  },
  copied: (number: string, date: string) =>
    `前回の申請 ${number}（${date}）から始めています。変わったところがないか、ご確認ください。`,
  over: (number: string) => `補正（申込番号 ${number}）`,
};
