/** Words of params that stand for a kind of thing, in Japanese and English. */
const WORDS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  object: ['{ } で囲んだまとまり', 'an object in { }'],
  text: ['文字（空にはできません）', 'a text that is not empty'],
  list: ['[ ] で囲んだ一覧', 'a list in [ ]'],
  boolean: ['true か false（はい・いいえ）', 'true or false'],
  number: ['数', 'a number'],
  true: ['true', 'true'],
  instant: ['日時（例：2021-11-01T00:00:00+09:00）', 'a time like 2021-11-01T00:00:00+09:00'],
  'whole-number': ['整数', 'a whole number'],
  string: ['文字', 'a text'],
  date: ['日付', 'a date'],
  time: ['時刻', 'a time'],
  dateTime: ['日時', 'a date and time'],
  daysDuration: ['日数や時間の長さ', 'a duration of days'],
  monthsDuration: ['年月の長さ', 'a duration of months'],
  context: ['項目のまとまり', 'a group of fields'],
  range: ['範囲', 'a range'],
  function: ['関数', 'a function'],
  null: ['空', 'nothing'],
  any: ['何か', 'anything'],
};

export type Language = 'ja' | 'en';

/** `list of number` → 数の一覧; what is no such word stays as it is. */
export function kindInWords(kind: string, language: Language): string {
  const [, outer, inner] = /^(list|range) of (.+)$/.exec(kind) ?? [];
  if (outer !== undefined && inner !== undefined) {
    const of = kindInWords(inner, language);
    if (language === 'en') return `a ${outer} of ${of}`;
    return outer === 'list' ? `${of}の一覧` : `${of}の範囲`;
  }
  const words = Object.hasOwn(WORDS, kind) ? WORDS[kind] : undefined;
  return words?.[language === 'ja' ? 0 : 1] ?? kind;
}
