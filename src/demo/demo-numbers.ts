import { corporateCheckDigit } from '#engine';

/** So many digits that are the same for the same words each time: numbers of people and places that there are not. */
export function digitsOf(words: string, count: number): string {
  let state = 7;
  for (const character of words) state = (state * 31 + (character.codePointAt(0) ?? 0)) % 999_999_937;
  let digits = '';
  while (digits.length < count) {
    state = (state * 48_271 + 11) % 999_999_937;
    digits += String(state % 10);
  }
  return digits;
}

/** A corporate number with its check digit. */
export function corporateNumberOf(words: string): string {
  const twelve = digitsOf(words, 12);
  return corporateCheckDigit(twelve) + twelve;
}
