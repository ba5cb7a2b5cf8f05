import { dateText, timeText, todayInJapan, type Language } from '../texts/index.js';

/** A date for narrow columns: the year is left out when it is this year's. */
export function shortDate(value: string, language: Language, now = new Date()): string {
  const text = dateText(value, language);
  const year = todayInJapan(
    value.length === 10 ? new Date(`${value}T00:00:00+09:00`) : new Date(value),
  ).slice(0, 4);
  if (year !== todayInJapan(now).slice(0, 4)) return text;
  return language === 'en' ? text.replace(` ${year}`, '') : text.replace(`${year}年`, '');
}

export function shortDateTime(value: string, language: Language, now = new Date()): string {
  return `${shortDate(value, language, now)} ${timeText(value)}`;
}
