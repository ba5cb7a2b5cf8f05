import { isCivilDate } from '#engine';
import { cellsOf } from '../files/table-cells.js';
import { readReturnCode } from './return-codes.js';

/** One line of what a bank says. */
export interface ResultLine {
  /** From 1, as a spreadsheet counts. */
  readonly line: number;
  /** Reference or application number, in capitals without spaces. */
  readonly number: string;
  readonly result: 'paid' | 'failed' | null;
  /** Null where there is none that exists. */
  readonly on: string | null;
  readonly code: string | null;
  readonly note: string;
}

type Column = 'number' | 'result' | 'on' | 'note';

const titles: readonly (readonly [RegExp, Column])[] = [
  [/^(照会番号|顧客コード1?|申込番号|番号|reference|number)$/i, 'number'],
  [/^(結果|振込結果|処理結果|result)$/i, 'result'],
  [/^(日付|振込日|組戻日|処理日|day|date)$/i, 'on'],
  [/^(理由|不能理由|組戻理由|理由コード|reason)$/i, 'note'],
];
const order: readonly Column[] = ['number', 'result', 'on', 'note'];
const paid = /^(0|00|済|振込済|振込済み|入金|入金済|完了|paid|ok)$/i;
const failed = /^([1-9]|0[1-9]|組戻し?|不能|振込不能|返却|失敗|failed|returned)$/i;

/**
 * What a bank says of transfers: number, result, day, reason, by commas or tabs, with a line of titles or without. A
 * result that is a number from 1 is also the reason.
 *
 * @returns null where the first line has titles, and none of them is that of the number
 */
export function readResults(text: string): readonly ResultLine[] | null {
  const lines = cellsOf(text.replace(/^\u{FEFF}/u, ''))
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = lines;
  if (!first) return [];
  const known = first.cells.map((cell) => titles.find(([title]) => title.test(cell))?.[1] ?? null);
  const hasTitles = known.some((column) => column !== null) || !first.cells.some((cell) => /\d/.test(cell));
  if (hasTitles && !known.includes('number')) return null;
  const columns = hasTitles ? known : order;
  return (hasTitles ? lines.slice(1) : lines).map(({ cells, line }) => {
    const of = (column: Column) => (cells[columns.indexOf(column)] ?? '').normalize('NFKC').trim();
    const word = of('result');
    const result = paid.test(word) ? 'paid' : failed.test(word) ? 'failed' : null;
    const note = of('note');
    return {
      line,
      number: of('number')
        .replace(/[‐‑‒–—―−ー]/g, '-')
        .replace(/\s/g, '')
        .toUpperCase(),
      result,
      on: readDay(of('on')),
      code: result === 'failed' ? readReturnCode(note === '' && /^\d+$/.test(word) ? word : note) : null,
      note,
    };
  });
}

/** `2026-12-10`, `2026/12/1`, `20261210`. */
function readDay(text: string): string | null {
  const parts = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text);
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(iso) ? iso : null;
}
