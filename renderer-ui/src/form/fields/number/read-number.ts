/**
 * The number somebody meant by 「１，２００」 or 「1200円」. What is no number stays the text it is, so that the engine can
 * say what is wrong; an empty box is no answer.
 */
export function readNumber(text: string): number | string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,、]/gu, '')
    .replace(/[−‐–—ー]/gu, '-')
    .replace(/円$/u, '');
  if (plain === '') return text.trim() === '' ? undefined : text;
  if (!/^-?\d{1,15}(?:\.\d{1,10})?$/.test(plain)) return text;
  return Number(plain);
}

/** What stands in the box for an answer. */
export function numberInBox(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
