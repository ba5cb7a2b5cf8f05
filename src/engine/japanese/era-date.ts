/** Eras of the modern calendar with their first day, newest first. A new era is one line here. */
const ERAS = [
  { name: '令和', first: '2019-05-01' },
  { name: '平成', first: '1989-01-08' },
  { name: '昭和', first: '1926-12-25' },
  { name: '大正', first: '1912-07-30' },
  // Japan has counted by the Gregorian calendar since 明治6年.
  { name: '明治', first: '1873-01-01', firstYear: 1868 },
] as const;

/**
 * "2021-10-01" → "令和3年10月1日"; an era's first year is 元年. Days before 1873 keep the western year.
 * @param iso a civil date
 */
export function eraDate(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const era = ERAS.find(({ first }) => iso >= first);
  if (!era || iso.startsWith('-') || year > 9999)
    return `${iso.startsWith('-') ? iso : year}年${month}月${day}日`;
  const count = year - ('firstYear' in era ? era.firstYear : Number(era.first.slice(0, 4))) + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`;
}
