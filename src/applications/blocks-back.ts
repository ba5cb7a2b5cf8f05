/** A stretch of time that the index knows as one: 4 to the power of `level` times six hours, counted from 1970. */
export interface Block {
  readonly level: number;
  readonly number: number;
  /** In which stretch of 256 days it lies. */
  readonly period: number;
  /** The index need not be told which part of the period. */
  readonly whole: boolean;
  /** What came at this moment or later was looked through before. */
  readonly before: Date;
}

/** As in the function `search_keys` of the database. */
const UNIT = 21_600_000;
/** 4^5 units are 256 days, a period: the index keeps every key apart for each. */
const topLevel = 5;

/**
 * The way back from one moment to another, in blocks of which every third is larger: a search that finds little soon goes
 * from period to period, and one that finds much has looked at days. At least half of a block was not looked at before.
 *
 * @param span in milliseconds, within which enough is expected
 */
export function blocksBack(from: Date, oldest: Date, span: number): readonly Block[] {
  const last = Math.floor(oldest.getTime() / UNIT);
  const first = Math.log(Math.max(1, span / UNIT)) / Math.log(4);
  const begin = Math.min(topLevel, Math.floor(first));
  let before = Math.floor(from.getTime() / UNIT) + 1;
  const blocks: Block[] = [];
  while (before > last) {
    let level = Math.min(topLevel, begin + Math.floor(blocks.length / 2));
    while (level > 0 && before - startOf(before - 1, level) < 4 ** level / 2) level -= 1;
    const start = startOf(before - 1, level);
    blocks.push({
      level,
      number: start / 4 ** level,
      period: Math.floor(start / 4 ** topLevel),
      whole: level === topLevel,
      before: new Date(before * UNIT),
    });
    before = start;
  }
  return blocks;
}

/** First unit of the block that a unit lies in. */
function startOf(unit: number, level: number): number {
  return Math.floor(unit / 4 ** level) * 4 ** level;
}
