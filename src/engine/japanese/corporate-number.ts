/**
 * Is this a corporate number (法人番号) with a right check digit? Thirteen digits, the first of which checks the
 * twelve that follow: 9 − (Σ Pn·Qn mod 9), Pn counted from the right, Qn 1 for odd and 2 for even n
 * (法人番号の指定等に関する省令2条).
 */
export function isCorporateNumber(text: string): boolean {
  if (!/^[1-9]\d{12}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const sum = digits
    .slice(1)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return digits[0] === 9 - (sum % 9);
}
