const WEIGHTS = [6, 5, 4, 3, 2];

/**
 * Is this a code of a prefecture or municipality (全国地方公共団体コード) with a right check digit? Six digits: two of the
 * prefecture, three of the municipality, and one that checks them, (11 − Σ mod 11) mod 10 with weights 6 to 2
 * (総務省「全国地方公共団体コード」検査数字を求める算式).
 */
export function isMunicipalityCode(text: string): boolean {
  if (!/^(?:0[1-9]|[1-3]\d|4[0-7])\d{4}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return digits[5] === (11 - (sum % 11)) % 10;
}

/** The code with its check digit: `27128` → `271284`. @param five digits of the prefecture and the municipality */
export function municipalityCode(five: string): string {
  const last = Array.from('0123456789').find((digit) => isMunicipalityCode(five + digit));
  return five + (last ?? '');
}
