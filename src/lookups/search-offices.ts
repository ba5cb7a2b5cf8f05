import { FORMATS } from '#engine';
import type { BankOffice, BankOffices } from './lookups.dto.js';

/** Answered at once: what fits on a phone without a list to search in again. */
const MOST = 20;

export interface Searchable {
  readonly office: BankOffice;
  /** Spelt as `keyOf` spells. */
  readonly name: string;
  readonly kana: string;
}

export function searchable(office: BankOffice): Searchable {
  return { office, name: keyOf(office.name), kana: keyOf(office.kana) };
}

const LARGE: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ッ: 'ツ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
  ヮ: 'ワ',
  ヵ: 'カ',
  ヶ: 'ケ',
};

/** One spelling for all: full-width, katakana, large letters and capitals, without spaces, dots and long vowels. */
function keyOf(text: string): string {
  const katakana = FORMATS['kana']?.normalize?.(text) ?? text;
  return katakana
    .replace(/[ァィゥェォッャュョヮヵヶ]/gu, (small) => LARGE[small] ?? small)
    .replace(/[\s・.、ー‐-―−-]/gu, '')
    .toUpperCase();
}

/** What people write behind a name and the list does not, or the other way round. */
const ENDINGS = /(?:銀行|ギンコウ|本?支店|出張所|シテン)$/u;

/**
 * By code, name or reading. What begins with the query comes before what merely has it inside; the same in the order of
 * codes, in which the largest banks come first. An empty query gives the first ones.
 */
export function searchOffices(offices: readonly Searchable[], query: string): BankOffices {
  const key = keyOf(query);
  const found = rank(offices, key);
  const fits = found.length > 0 ? found : rank(offices, key.replace(ENDINGS, ''));
  return { offices: fits.slice(0, MOST), more: fits.length > MOST };
}

function rank(offices: readonly Searchable[], key: string): BankOffice[] {
  const ranks: BankOffice[][] = [[], [], []];
  for (const one of offices) ranks[rankOf(one, key)]?.push(one.office);
  return ranks.flat();
}

/** 0 begins with the key, 1 has it inside, 2 has it inside its reading; -1 does not fit. */
function rankOf({ office, name, kana }: Searchable, key: string): number {
  if (office.code.startsWith(key) || name.startsWith(key) || kana.startsWith(key)) return 0;
  if (name.includes(key)) return 1;
  return kana.includes(key) ? 2 : -1;
}
