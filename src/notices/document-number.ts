import type { EntityManager } from 'typeorm';
import type { IsoDate } from '#engine';
import { fiscalYearOf } from '../procedures/fiscal-year.js';

/**
 * The next document numbers (文書番号) of a department in the fiscal year of `on`: `協推第1号`, `協推第2号` … without
 * gaps, because they are taken in the transaction that uses them. Others wait until it ends, so take them late.
 */
export async function takeDocumentNumbers(
  tx: EntityManager,
  symbol: string,
  on: IsoDate,
  count: number,
): Promise<readonly string[]> {
  if (count === 0) return [];
  const [row] = await tx.query<{ value: number }[]>(
    `insert into number_counter (symbol, fiscal_year, value) values ($1, $2, $3)
     on conflict (symbol, fiscal_year) do update set value = number_counter.value + excluded.value
     returning value`,
    [symbol, fiscalYearOf(on), count],
  );
  const last = row?.value ?? count;
  return Array.from({ length: count }, (_, index) => `${symbol}第${last - count + index + 1}号`);
}

/** As a letter shows it that is only tried: no number is taken, and none may look as if it were. */
export function numberToCome(symbol: string): string {
  return `${symbol}第　号`;
}
