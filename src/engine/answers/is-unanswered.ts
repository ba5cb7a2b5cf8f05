/** Missing, null, empty, an empty list, and a text of nothing but spaces. */
export function isUnanswered(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
