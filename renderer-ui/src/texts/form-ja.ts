/** Words around the questions of any procedure. */
export const formJa = {
  yes: 'はい',
  no: 'いいえ',
  choose: '選択してください',
  notAnswered: '未入力',
  example: (text: string) => `例）${text}`,
  prefilledFrom: {
    profile: '登録情報から入れてあります。',
    site: '登録されているお店の情報から入れてあります。',
    previous: '前回の申請から入れてあります。',
  },
  charactersLeft: (count: number) => (count >= 0 ? `あと${count}文字` : `${-count}文字多くなっています`),
  yen: (amount: string) => `${amount}円`,
  yenUnit: '円',
  moneyInWords: (yen: number): string | null => tenThousands(yen),
  era: {
    support: '元号・西暦のどちらでも。例）令和3、2021',
    year: '年',
    month: '月',
    day: '日',
  },
  hours: {
    support: '24時間制で入力します。例）17:00、深夜2時は26:00',
  },
  computed: {
    mark: '自動計算',
    waiting: '必要な項目に答えると、ここに表示されます。',
    why: 'なぜこの答え？',
    whyMoney: 'なぜこの金額？',
    formula: '計算のしかた',
    inputs: '計算に使った値',
  },
  fromApplication: {
    mark: '申請から',
    waiting: 'もとの申請を選ぶと、ここに表示されます。このサイト以外での申請のときは、空欄のままで結構です。',
  },
  rows: {
    nth: (index: number) => `${index}件目`,
    add: (title: string) => `${title}を追加する`,
    remove: (index: number) => `${index}件目を削除する`,
    added: (index: number) => `${index}件目を追加しました。`,
    removed: (index: number) => `${index}件目を削除しました。`,
    none: 'まだありません。',
  },
  attachment: {
    limits: (kinds: string, size: string, count: number) => `${kinds}、1つ${size}まで、${count}個まで。`,
    between: '・',
    meta: (kind: string, size: string, bytes: string) => `${kind}・${size}（${bytes}）`,
    kinds: {
      'image/jpeg': 'JPEG',
      'image/png': 'PNG',
      'image/heic': 'HEIC',
      'image/heif': 'HEIF',
      'image/webp': 'WebP',
      'application/pdf': 'PDF',
      'text/csv': 'CSV',
      'text/plain': 'テキスト',
    } as Readonly<Record<string, string>>,
    choose: 'ファイルを選ぶ',
    camera: '写真を撮る',
    drop: 'ここにファイルを置くこともできます',
    remove: '削除',
    removeNamed: (name: string) => `${name}を削除`,
    save: '保存',
    saveNamed: (name: string) => `${name}を保存`,
    sending: (share: number) => `送信しています ${share}％`,
    arrived: (name: string) => `${name}を送信しました。`,
    removed: (name: string) => `${name}を削除しました。`,
    failed: (name: string, reason: string) => `${name}を送信できませんでした。${reason}`,
    dismiss: '閉じる',
    preparing: '写真を小さくしています',
    waiting: '順番を待っています',
    paused: '止まっています。つながると続きから送ります',
    cancel: 'やめる',
    cancelled: (name: string) => `${name}の送信をやめました。`,
    retry: 'もう一度送る',
    reused: (number: string) => `前回の申請（${number}）で出したファイル`,
    twin: (title: string) => `同じファイルが「${title}」にも付いています`,
    original: '写真は、縮めずに撮ったまま送ります。',
    smaller: (before: string, after: string) =>
      `文字が読める大きさに縮めて送りました（${before} → ${after}）`,
    placeRemoved: '写真に記録されていた撮影場所は、取り除いて保存しました',
    tooLarge: (size: string) => `ファイルが大きすぎます。${size}までにしてください。`,
    wrongKind: (kinds: string) => `この種類のファイルは送れません。${kinds}にしてください。`,
    tooMany: (count: number) => `${count}個までです。先に不要なものを削除してください。`,
    unreachable: '接続が切れています。つながってから、もう一度選んでください。',
    many: {
      title: 'まとめて付ける',
      lead: 'ファイルを一度に選び、どの質問に付けるかを続けて決められます。',
      choose: 'ファイルをまとめて選ぶ',
      ask: 'どの質問に付けますか',
      askLead: '名前から見当がつくものは、選んであります。違うときは選び直してください。',
      leaveOut: '付けない',
      nowhere: 'この種類か大きさのファイルを受け取る質問が、このページにありません。',
      missing: (name: string) =>
        `${name}を付ける質問を選んでください。付けないときは「付けない」を選んでください。`,
      tooMany: (title: string, room: number) =>
        room > 0
          ? `「${title}」に付けられるのは、あと${room}個です。別の質問か「付けない」を選んでください。`
          : `「${title}」には、もう付けられません。別の質問か「付けない」を選んでください。`,
      put: 'この分け方で付ける',
      cancel: 'やめる',
      done: (count: number) => `${count}個のファイルを質問に付けます。`,
    },
    full: (count: number) => `${count}個までそろいました。`,
  },
  correction: {
    comment: '担当者からのお願い',
    locked: '（変更できません）',
  },
  masked: '（非表示）',
  show: '表示',
  hide: '隠す',
  asked: (titles: readonly string[]) => `質問が増えました：${titles.join('、')}`,
  why: {
    summary: 'なぜ聞くの？',
    purpose: (text: string) => `使いみち：${text}`,
    kept: (years: number) => `${years}年間保管し、その後は消去します。`,
  },
};

/** 3,100,031 → 310万31円: how people say an amount, to catch a zero too many. Null below 10,000 yen. */
function tenThousands(yen: number): string | null {
  if (!Number.isSafeInteger(yen) || yen < 10_000) return null;
  const oku = Math.floor(yen / 100_000_000);
  const man = Math.floor(yen / 10_000) % 10_000;
  const rest = yen % 10_000;
  return `${oku > 0 ? `${oku}億` : ''}${man > 0 ? `${man}万` : ''}${rest > 0 ? rest : ''}円`;
}
