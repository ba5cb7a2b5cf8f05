import { isCorporateNumber } from './corporate-number.js';
import { isCivilDate } from './date-range.js';
import { isMunicipalityCode } from './municipality-code.js';
import { foldHyphens, toFullKatakana, toZenginName } from './kana.js';

/** One `format` of a form field. */
export interface Format {
  /** What Ajv checks, on the server and in the browser: linear in the length of the text. */
  readonly pattern: RegExp;
  /** What no RegExp can say (a check digit, a day that exists); called only with what the pattern lets through. */
  readonly verify?: (text: string) => boolean;
  /** What the writer meant, written the way we keep it. Only codes, numbers and readings have one, never a name. */
  readonly normalize?: (text: string) => string;
  /** Longest text, in characters. */
  readonly maxLength: number;
}

/** Every format a form may name. The sentences that go with them are in `problem-text`. */
export const FORMATS: Readonly<Record<string, Format>> = {
  date: { pattern: /^\d{4}-\d{2}-\d{2}$/u, verify: isCivilDate, maxLength: 10 },
  // Old addresses of the mobile carriers have dots where RFC 5322 forbids them: `taro..y@docomo.ne.jp`, `.k@ezweb.ne.jp`.
  email: {
    pattern:
      /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u,
    normalize: (text) => text.normalize('NFKC').trim(),
    maxLength: 254,
  },
  kana: { pattern: /^[\u30A1-\u30FA\u30FB\u30FC \u3000]+$/u, normalize: toFullKatakana, maxLength: 100 },
  'postal-jp': { pattern: /^\d{7}$/u, normalize: digitsOf, maxLength: 7 },
  'tel-jp': { pattern: /^0\d{9,10}$/u, normalize: digitsOf, maxLength: 11 },
  'corporate-number': {
    pattern: /^[1-9]\d{12}$/u,
    verify: isCorporateNumber,
    normalize: digitsOf,
    maxLength: 13,
  },
  'municipality-code': {
    pattern: /^\d{6}$/u,
    verify: isMunicipalityCode,
    normalize: digitsOf,
    maxLength: 6,
  },
  'bank-code': { pattern: /^\d{4}$/u, normalize: digitsOf, maxLength: 4 },
  'branch-code': { pattern: /^\d{3}$/u, normalize: digitsOf, maxLength: 3 },
  'account-number': { pattern: /^\d{7}$/u, normalize: accountNumber, maxLength: 7 },
  'zengin-name': { pattern: /^[ｱ-ﾝﾞﾟA-Z0-9 ().-]{1,30}$/u, normalize: toZenginName, maxLength: 30 },
  hours: { pattern: /^(?:[0-3]?\d|4[0-7]):[0-5]\d$/u, normalize: clockTime, maxLength: 5 },
  url: { pattern: /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!-~]*)?$/u, maxLength: 2000 },
};

/** Ids of uploaded files. Not for authors: attachments bring it themselves. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

function digitsOf(text: string): string {
  return foldHyphens(text.normalize('NFKC')).replace(/[-()\s〒]/gu, '');
}

/** Banks print seven digits; short numbers are filled from the left. */
function accountNumber(text: string): string {
  const digits = digitsOf(text);
  return /^\d{1,7}$/.test(digits) ? digits.padStart(7, '0') : digits;
}

const CLOCK = /^(翌日?)?\s*(午前|午後)?\s*(\d{1,2})(?::(\d{1,2})|時(?:(\d{1,2})分|(半))?)$/u;

/** `２５：３０`, `21時30分`, `午後9時半` and `翌2時` → `25:30`, `21:30`, `21:30`, `26:00`. */
function clockTime(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const parts = CLOCK.exec(plain);
  if (!parts) return plain;
  const [, nextDay, half, hour = '', colon, minute, halfPast] = parts;
  const afternoon = half === '午後' && Number(hour) < 12 ? 12 : 0;
  const hours = Number(hour) + afternoon + (nextDay !== undefined && Number(hour) < 24 ? 24 : 0);
  const minutes = halfPast === undefined ? (colon ?? minute ?? '0') : '30';
  return `${String(hours)}:${minutes.padStart(2, '0')}`;
}
