import type { Language } from '../problem-text/words.js';

const PARTS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  ja: ['年', 'か月', '日', '時間', '分', '秒'],
  en: ['year', 'month', 'day', 'hour', 'minute', 'second'],
};

/** An ISO 8601 duration as people say it: `P1Y6M` → 1年6か月, 1 year 6 months. What is none stays as it is. */
export function durationInWords(iso: string, language: Language): string {
  const [, sign = '', ...counts] = PARTS.exec(iso) ?? [];
  const said = counts.flatMap((count, index) => {
    const unit = UNITS[language][index] ?? '';
    if (count === undefined) return [];
    return language === 'ja' ? [`${count}${unit}`] : [`${count} ${unit}${count === '1' ? '' : 's'}`];
  });
  if (said.length === 0) return iso;
  return `${sign === '' ? '' : '−'}${said.join(language === 'ja' ? '' : ' ')}`;
}
