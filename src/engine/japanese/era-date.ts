import { isCivilDate } from './date-range.js';

/** Eras of the modern calendar with their first day, newest first. A new era is one line here. */
const ERAS = [
  { name: '令和', short: 'r令', first: '2019-05-01' },
  { name: '平成', short: 'h平', first: '1989-01-08' },
  { name: '昭和', short: 's昭', first: '1926-12-25' },
  { name: '大正', short: 't大', first: '1912-07-30' },
  // Japan has counted by the Gregorian calendar since 明治6年.
  { name: '明治', short: 'm明', first: '1873-01-01', firstYear: 1868 },
] as const;

/** 令和3, R3, 令和元 … and what follows the year. */
const ERA_YEAR =
  /^(?:(令和|平成|昭和|大正|明治)|([rhstm令平昭大明])\.?)\s*(元|\d{1,2})(?:年|[-/.])\s*(.*)$/iu;
const MONTH_AND_DAY = /^(\d{1,2})[-/.月]\s*(\d{1,2})日?$/u;

/**
 * "令和3年12月1日", "R3.12.1", "昭和50/4/1" → "2021-12-01"; null for what is no such date, and for a year that its era
 * did not have on that day (平成31年5月1日). Widths of letters and digits make no difference.
 */
export function readEraDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const [, name, short, year = '', rest = ''] = ERA_YEAR.exec(plain) ?? [];
  const [, month = '', day = ''] = MONTH_AND_DAY.exec(rest) ?? [];
  const index = ERAS.findIndex((era) =>
    name === undefined ? era.short.includes(short?.toLowerCase() ?? '-') : era.name === name,
  );
  const era = ERAS[index];
  if (!era || month === '') return null;
  const western = yearOne(era) + (year === '元' ? 1 : Number(year)) - 1;
  const iso = `${String(western)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const next = ERAS[index - 1];
  return isCivilDate(iso) && iso >= era.first && (!next || iso < next.first) ? iso : null;
}

function yearOne(era: (typeof ERAS)[number]): number {
  return 'firstYear' in era ? era.firstYear : Number(era.first.slice(0, 4));
}

/**
 * "2021-10-01" → "令和3年10月1日"; an era's first year is 元年. Days before 1873 keep the western year.
 * @param iso a civil date
 */
export function eraDate(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const era = ERAS.find(({ first }) => iso >= first);
  if (!era || iso.startsWith('-') || year > 9999)
    return `${iso.startsWith('-') ? iso : year}年${month}月${day}日`;
  const count = year - yearOne(era) + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`;
}
