/** Words of the ways to answer that help while one types. */
export const fieldsJa = {
  why: {
    summary: 'なぜ聞くの？',
    purpose: (text: string) => `使いみち：${text}`,
    kept: (years: number) => `${years}年間保管し、その後は消去します。`,
  },
  calendar: 'カレンダーから選ぶ',
  postal: {
    looking: '住所を調べています…',
    filled: (place: string) => `「${place}」を入れました。つづきを入力し、違うときは直してください。`,
    kept: (titles: string) => `${titles}は入力してあるので、そのままにしました。`,
    replace: (place: string) => `「${place}」に置き換える`,
    which: 'この郵便番号には、いくつかの地域があります。選んでください。',
    none: 'この郵便番号の住所は見つかりませんでした。このまま住所を入力してください。',
    notOffered: (place: string) => `「${place}」は、この手続の選択肢にありません。`,
    away: 'いまは住所を調べられません。このまま住所を入力してください。',
  },
  corporate: {
    left: (count: number) => `あと${count}桁`,
    over: (count: number) => `${count}桁多くなっています`,
    right: '番号の組み合わせは正しいです',
    wrong: (digit: string) => `どこかの数字が違います（残りの12桁が正しければ、いちばん左は${digit}です）`,
    twelve: (digit: string) => `あと1桁。12桁の会社法人等番号なら、いちばん左に${digit}を付けます`,
  },
  combobox: {
    more: '続けて入力すると、しぼり込めます。',
    found: (count: number) => `候補が${count}件あります。`,
    none: '候補が見つかりません。',
  },
  bank: {
    support: '名前・読み・コードの一部を入力すると、候補が出ます。',
    none: '候補が見つかりません。このまま入力できます。',
    away: 'いまは候補を出せません。このまま入力してください。',
    bankFirst: '先に金融機関を選ぶと、候補が出ます。このまま入力もできます。',
    picked: (name: string, code: string) => `${name}（${code}）を選びました。`,
    cleared: '金融機関が変わったので、支店を選び直してください。',
    postOffice: 'ゆうちょ銀行の記号・番号から入れる',
    symbol: '記号（5桁）',
    number: '番号（8桁まで）',
    postOfficeResult: (branch: string, account: string) => `店番 ${branch}、口座番号 ${account}`,
    postOfficeTake: 'この内容を入れる',
    postOfficeWrong: '記号は0か1で始まる5桁、番号は8桁までの数字です。通帳の1ページ目に書かれています。',
  },
  search: {
    support: '名前の一部を入力すると、候補が出ます。',
  },
  rows: {
    up: (index: number) => `${index}件目を上へ移す`,
    down: (index: number) => `${index}件目を下へ移す`,
    moved: (index: number) => `${index}件目に移しました。`,
    open: (index: number) => `${index}件目を開く`,
    close: '閉じる',
    empty: 'まだ何も入っていません',
    paste: '表計算ソフトから貼り付ける',
    pasteTitle: (title: string) => `${title}を貼り付ける`,
    pasteHow: (columns: string) =>
      `表計算ソフトで範囲を選んでコピーし、下の枠に貼り付けてください。列の順は「${columns}」です。1行目が見出しのときは、見出しのとおりに読みます。`,
    pasteBox: '貼り付ける表',
    pasteCount: (rows: number, faulty: number) =>
      faulty === 0
        ? `${rows}行を読みました。`
        : `${rows}行を読みました。うち${faulty}行に確かめたいところがあります。`,
    pasteTooMany: (most: number, left: number) =>
      `入れられるのは、いまの分と合わせて${most}行までです。うしろの${left}行は入りません。`,
    pasteAdd: (rows: number) => `${rows}行を加える`,
    pasteCancel: 'やめる',
    pasteAdded: (rows: number) => `${rows}行を加えました。`,
    pasteRow: '行',
    pasteFault: (title: string, value: string) => `${title}「${value}」が読めません。加えたあとで直せます。`,
    pasteMissing: (title: string) => `${title}がありません。`,
    pasteLost: (value: string) => `列が多いため「${value}」は入りません。`,
    pastePreview: '読み取った内容',
  },
};
