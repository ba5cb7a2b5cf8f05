import type { Language } from './language.js';

const TOKYO = 'Asia/Tokyo';

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** To make one costs far more than to use it: a tenth of a second on a phone. */
function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: TOKYO, ...options });
  formatters.set(key, formatter);
  return formatter;
}

/** Japan keeps the same nine hours all year; asking `Intl` for the zone costs a phone a tenth of a second. */
const TOKYO_MS = 9 * 60 * 60 * 1_000;
const WEEKDAYS = '日月火水木金土';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** What calendar and clock show in Japan; what everyday Japanese dates are made of without `Intl`. */
function inJapan(at: Date): {
  readonly date: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
} {
  const there = new Date(at.getTime() + TOKYO_MS);
  const weekday = WEEKDAYS.charAt(there.getUTCDay());
  return {
    date: `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日（${weekday}）`,
    hour: twoDigits(there.getUTCHours()),
    minute: twoDigits(there.getUTCMinutes()),
    second: twoDigits(there.getUTCSeconds()),
  };
}

/** Today's civil date in Japan by this device's clock. The server asks its own. */
export function todayInJapan(now: Date = new Date()): string {
  return new Date(now.getTime() + TOKYO_MS).toISOString().slice(0, 10);
}

const YMD = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

/** Civil date `2021-11-05` or an instant, as 2021年11月5日（金） / Fri 5 Nov 2021, in Japan. */
export function dateText(value: string, language: Language): string {
  const at = new Date(value.length === 10 ? `${value}T00:00:00+09:00` : value);
  if (Number.isNaN(at.getTime())) return value;
  if (language === 'en') {
    return formatterOf('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }).format(at);
  }
  return inJapan(at).date;
}

/** A civil date with the era first: 令和3年11月5日（2021年）. Only Japanese offices print eras; English keeps the western year. */
export function eraDateText(value: string, language: Language): string {
  if (language === 'en') return dateText(value, 'en');
  const at = new Date(`${value.slice(0, 10)}T00:00:00+09:00`);
  if (Number.isNaN(at.getTime())) return value;
  const era = formatterOf('ja-JP-u-ca-japanese', { era: 'long', ...YMD });
  const p: Parts = Object.fromEntries(era.formatToParts(at).map((part) => [part.type, part.value]));
  const year = p.year === '1' ? '元' : p.year;
  return `${p.era}${year}年${p.month}月${p.day}日（${value.slice(0, 4)}年）`;
}

/** A year by its eras, the later one last: 令和8年, 昭和64年・平成元年. English keeps the western year. */
export function eraYearText(year: number, language: Language): string {
  if (language === 'en') return String(year);
  const eras = [`${year}-01-01`, `${year}-12-31`].map((day) =>
    eraDateText(day, 'ja').replace(/年.*$/u, '年'),
  );
  return [...new Set(eras)].join('・');
}

/** An instant to the minute: 2021年11月5日（金）10:00. */
export function dateTimeText(value: string, language: Language): string {
  return `${dateText(value, language)}${language === 'en' ? ' ' : ''}${timeText(value)}`;
}

/** Civil time of a camera's clock, `2026-05-01T10:20:30`, as it stands: 2026年5月1日（金）10:20. */
export const cameraTimeText = (value: string, language: Language): string =>
  dateTimeText(`${value}+09:00`, language);

/** An instant to the second, for receipts: 2021年11月5日（金）10時00分05秒. */
export function exactTimeText(value: string, language: Language): string {
  const { date, hour, minute, second } = inJapan(new Date(value));
  return language === 'en'
    ? `${dateText(value, 'en')} ${hour}:${minute}:${second} JST`
    : `${date}${hour}時${minute}分${second}秒`;
}

/** 10:32 */
export function timeText(value: string): string {
  const { hour, minute } = inJapan(new Date(value));
  return `${hour}:${minute}`;
}
