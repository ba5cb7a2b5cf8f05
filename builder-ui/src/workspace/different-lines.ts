/** Lines around the stretch that is different, so that it is seen where it stands. */
const AROUND = 3;

/** The part of two texts in which they differ, with some lines before and behind it. */
export function differentLines(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const part = (lines: readonly string[]): string =>
    lines.slice(Math.max(0, start - AROUND), Math.min(lines.length, lines.length - end + AROUND)).join('\n');
  return { before: part(old), after: part(now) };
}
