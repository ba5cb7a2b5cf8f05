/** A form shown before it is published: nothing of it is received. */
export const previewJa = {
  over: '公開前の確認',
  nothing: 'これは公開前の画面です。入力した内容はどこにも届かず、保存もされません。',
  until: (at: string) => `このリンクは${at}まで見られます。`,
  back: '前のページ',
  next: '次のページ',
  end: '最後のページです。実際の申請では、このあと内容を確認して提出します。',
  faults: (count: number) => `このページに、直すところが${count}件あります。`,
  gone: 'このリンクは使えません',
  goneLead: '期限が過ぎたか、無効にされています。リンクを送った人に確かめてください。',
};
