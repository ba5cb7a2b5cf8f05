/**
 * The known name that `name` was probably meant to be: one slip away (a letter more, less, other or swapped), or two
 * for names of eight letters and more. `undefined` for everything else, for an environment is full of other
 * people's variables.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const reach = name.length >= 8 ? 2 : 1;
  const near = known
    .map((candidate) => ({ candidate, slips: slipsBetween(name.toUpperCase(), candidate) }))
    .filter(({ slips }) => slips <= reach)
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.candidate;
}

/** Edit distance where swapping two neighbours counts once (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, j - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
