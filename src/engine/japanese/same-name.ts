// For comparison only: what is folded here is never stored or shown. A name keeps every character it has.

const HYPHENS = /[-‐‑‒–—―−ー－ｰ]/gu;
const COMPANY_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\(株\)|株式会社/g, '㈱'],
  [/\(有\)|有限会社/g, '㈲'],
  [/\(合\)|合同会社/g, '(同)'],
  [/\(資\)|合資会社/g, '(資)'],
  [/\(名\)|合名会社/g, '(名)'],
  [/\(社\)|一般社団法人|社団法人/g, '(社)'],
  [/\(財\)|一般財団法人|財団法人/g, '(財)'],
];

function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u3000・･.,、。]/gu, '')
    .replace(HYPHENS, '-')
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  return COMPANY_FORMS.reduce((folded, [form, sign]) => folded.replace(form, sign), plain);
}

/**
 * Do two names of people or businesses read the same? Width, spaces, hyphens and long marks, kana script and the
 * spelling of 株式会社 make no difference; different characters (髙 and 高) do.
 */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

const DIGITS = '〇一二三四五六七八九';

/** 十二 → 12, as far as addresses count. */
function kanjiNumber(text: string): string {
  if (!text.includes('十')) return [...text].map((digit) => DIGITS.indexOf(digit)).join('');
  const [tens = '', ones = ''] = text.split('十');
  const digit = (part: string, otherwise: number) => (part === '' ? otherwise : DIGITS.indexOf(part));
  return String(digit(tens, 1) * 10 + digit(ones, 0));
}

/** Do two addresses read the same? As {@link sameName}; 一丁目2番3号 is 1-2-3. */
export function sameAddress(a: string, b: string): boolean {
  return addressKey(a) === addressKey(b);
}

/** The same for addresses that read the same. */
export function addressKey(address: string): string {
  return (
    fold(address)
      // The sign is part of the match, so that a long run of digits is read once and not from each of its digits.
      .replace(/([〇一二三四五六七八九十]+)(丁目|番|号)?/g, (all, digits: string, sign?: string) =>
        sign === undefined ? all : kanjiNumber(digits) + sign,
      )
      .replace(/丁目|番地ノ|番地の|番地|番|号/g, '-')
      .replace(/(\d)[ノの](?=\d)/g, '$1-')
      .replace(/-+/g, '-')
      .replace(/-(?=\D|$)/g, '')
  );
}
