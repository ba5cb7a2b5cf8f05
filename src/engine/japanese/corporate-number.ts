/**
 * The first digit of a corporate number (法人番号), which checks the twelve that follow: 9 − (Σ Pn·Qn mod 9), Pn counted
 * from the right, Qn 1 for odd and 2 for even n (法人番号の指定等に関する省令2条).
 *
 * @param twelve digits: those that follow, which are also the 会社法人等番号 of the register
 */
export function corporateCheckDigit(twelve: string): string {
  const sum = Array.from(twelve, Number)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return String(9 - (sum % 9));
}

/** Is this a corporate number with a right check digit? */
export function isCorporateNumber(text: string): boolean {
  return /^[1-9]\d{12}$/.test(text) && text.startsWith(corporateCheckDigit(text.slice(1)));
}
