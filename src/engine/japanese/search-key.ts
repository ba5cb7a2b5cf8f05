// For finding only: what is folded here is never stored as anybody's name and never shown.

/** Characters that people write for one another in names and places, each with the one they are all read as. */
const VARIANTS = new Map(
  [
    '高髙',
    '崎﨑嵜碕',
    '浜濱濵',
    '辺邊邉',
    '斎斉齋齊',
    '沢澤',
    '島嶋嶌',
    '桜櫻',
    '広廣',
    '国國',
    '学學',
    '会會',
    '県縣',
    '区區',
    '真眞',
    '恵惠',
    '滝瀧',
    '竜龍',
    '徳德',
    '峰峯',
    '関關',
    '条條',
    '売賣',
    '証證',
    '権權',
    '医醫',
    '薬藥',
    '当當',
    '号號',
    '税稅',
    '歳才',
    '鉄鐵',
    '円圓',
    '館舘',
    '曽曾',
    '吉𠮷',
    '柳栁',
    '渇渴',
    '禰祢',
    '弥彌',
    '与與',
    '万萬',
    '塩鹽',
    '体體',
    '栄榮',
    '検檢',
    '験驗',
    '続續',
    '総總',
    '届屆',
    '灯燈',
  ].flatMap((family) => {
    const [usual = '', ...others] = [...family];
    return others.map((other) => [other, usual] as const);
  }),
);

/** Signs and spaces that separate nothing people search for. */
const SIGNS = /[\s\p{P}\p{S}]+/gu;
const DASHES = /[-‐‑‒–—―−－ｰ─━]/gu;
const SMALL_VU: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };

/** The last letter of what verbs leave behind in a noun: 申し込み, 問い合わせ, 届け出. Not に, で, へ, ね: they join words. */
const STEM_ENDS = 'いきしちひみりぎじぢびぴえけせてめれげぜべぺ';
const OKURIGANA = new RegExp(`(\\p{Script=Han})[\\u3041-\\u3096]?[${STEM_ENDS}](?![\\u3041-\\u3096])`, 'gu');

/**
 * A text as it is searched: two texts that people take for the same have the same key, and a part of one has a part of
 * the key.
 *
 * No difference make width and case, ひらがな and カタカナ, ー at the end of a word (サーバー), hyphens and signs, variants of a
 * character (髙, 﨑, 邊), 送り仮名 of nouns (申込, 申込み, 申し込み), ヴ and ブ, ヅ and ズ, 1か月 and １ヶ月.
 */
export function searchKey(text: string): string {
  const plain = [...text.normalize('NFKC').toLowerCase()].map((letter) => VARIANTS.get(letter) ?? letter);
  return plain
    .join('')
    .replace(/(\d)\s*[かカヵケヶ箇](?=[月所国年])/gu, '$1か')
    .replace(/(\p{Script=Han})っ(?=\p{Script=Han})/gu, '$1')
    .replace(OKURIGANA, '$1')
    .replace(/[\u3041-\u3096]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replace(/([ァ-ヺー])[-‐‑‒–—―−─━]/gu, '$1ー')
    .replace(DASHES, '')
    .replace(/ヴ([ァィェォ])/gu, (_, small: string) => SMALL_VU[small] ?? 'ブ')
    .replaceAll('ヴ', 'ブ')
    .replaceAll('ヂ', 'ジ')
    .replaceAll('ヅ', 'ズ')
    .replace(/ー+(?![ァ-ヺ])/gu, '')
    .replace(SIGNS, '');
}

/** The words of a query, each as its key; those that are signs alone are left out. */
export function searchWords(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .split(/[\s、,]+/u)
    .map(searchKey)
    .filter((word) => word !== '');
}
