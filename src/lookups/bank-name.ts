/** How the list shortens the kinds of institution. */
const KINDS: readonly (readonly [short: string, whole: string])[] = [
  ['信金', '信用金庫'],
  ['信組', '信用組合'],
  ['農協', '農業協同組合'],
  ['労金', '労働金庫'],
];

/** A bank by its code, but for one that only moves money (資金移動業). */
function isBank(code: string): boolean {
  if (code === '0200') return false;
  // 0400 to 0499 and 0600 to 0699 are branches of foreign banks, whose names are whole.
  return code < '0400' || (code >= '0500' && code < '0600') || code === '9900';
}

/** `みずほ` → `みずほ銀行`, `大阪信金` → `大阪信用金庫`: the name as its customers know it. */
export function printedBankName(code: string, name: string): string {
  if (isBank(code)) return name.endsWith('銀行') ? name : `${name}銀行`;
  const kind = KINDS.find(([short]) => name.endsWith(short));
  return kind ? name.slice(0, -kind[0].length) + kind[1] : name;
}
