/** The English of what applicants read, beside the Japanese. */
export const englishJa = {
  lead: '申請者が読む文を、英語と並べて書きます。英語がない文は、英語の画面でも日本語のまま表示されます。',
  hasErrors: 'まだ直すところがあるため、英語にする文を並べられません。「問題」を開いて、先に直してください。',
  search: '文をさがす',
  onlyMissing: '英語がない文だけ',
  missing: (count: number, of: number) => `${of}文のうち、英語がない文 ${count}`,
  complete: (count: number) => `${count}文すべてに英語があります。`,
  nothing: '当てはまる文はありません。',
  more: (count: number) => `続きを見る（残り${count}文）`,
  englishOf: (japanese: string) => `「${japanese}」の英語`,
  changed: '英語の文を変更',
};
