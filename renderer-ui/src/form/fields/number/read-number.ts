/**
 * The number somebody meant by 「１，２００」, 「1200円」 or 「24席」. What is no number stays the text it is, so that the engine can
 * say what is wrong; an empty box is no answer.
 */
export function readNumber(text: string, unit: string | null = null): number | string | undefined {
  const trimmed = text.trim();
  const bare = unit !== null && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length) : trimmed;
  const plain = bare
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
