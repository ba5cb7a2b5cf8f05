/**
 * An account of ゆうちょ銀行 as other banks pay into it. Its passbooks show a symbol (記号, five digits) and a number
 * (番号, up to eight); transfers need a branch (店番, three digits) and an account number (seven). The bank code is
 * 9900. Source: ゆうちょ銀行「記号・番号から振込用の店名・預金種目・口座番号への変換」.
 */
const SYMBOL = /^[01]\d{4}$/;

/** 総合口座 and 貯蓄 have symbols from 1, 振替口座 from 0. */
export function isYuchoSymbol(symbol: string): boolean {
  return SYMBOL.test(symbol);
}

/** `14080` → `408`, `01120` → `119`; null for what is no symbol. */
export function yuchoBranch(symbol: string): string | null {
  if (!isYuchoSymbol(symbol)) return null;
  return symbol.slice(1, 3) + (symbol.startsWith('1') ? '8' : '9');
}

/**
 * `14080` and `12345671` → `1234567`: the last digit of a 総合口座 is dropped, short numbers are filled from the left.
 * Null for what is no symbol, and for a number that does not belong to one.
 */
export function yuchoAccount(symbol: string, number: string): string | null {
  if (!isYuchoSymbol(symbol) || !/^\d{1,8}$/.test(number)) return null;
  // Numbers of a 総合口座 end with a 1 that is no part of the account.
  const digits = symbol.startsWith('1') ? number.slice(0, -1) : number;
  return /^\d{1,7}$/.test(digits) ? digits.padStart(7, '0') : null;
}
