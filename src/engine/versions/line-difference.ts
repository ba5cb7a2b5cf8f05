/** Beyond this many pairs of lines to compare, what lies between the first and the last difference is said whole. */
const MOST_PAIRS = 1_000_000;

/**
 * Lines that are gone and lines that are new, each in its order; a longest common subsequence stays.
 * What is alike at both ends is set aside first, so that a small edit of a long text costs little.
 */
export function lineDifference(
  before: string,
  after: string,
): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  const [olds, nows] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let start = 0;
  while (start < Math.min(olds.length, nows.length) && olds[start] === nows[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(olds.length, nows.length) - start &&
    olds[olds.length - 1 - end] === nows[nows.length - 1 - end]
  ) {
    end += 1;
  }
  const [was, is] = [olds.slice(start, olds.length - end), nows.slice(start, nows.length - end)];
  if (was.length * is.length > MOST_PAIRS) return { removed: was, added: is };
  const lengths = commonLengths(was, is);
  const removed: string[] = [];
  const added: string[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old, now] = [was[i], is[j]];
    if (old !== undefined && old === now) [i, j] = [i + 1, j + 1];
    else if (
      now === undefined ||
      (old !== undefined && length(lengths, i + 1, j) >= length(lengths, i, j + 1))
    ) {
      removed.push(old ?? '');
      i += 1;
    } else {
      added.push(now);
      j += 1;
    }
  }
  return { removed, added };
}

/** [i][j]: how many lines the rests from i and from j have in common. */
function commonLengths(was: readonly string[], is: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0));
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      row[j] =
        was[i] === is[j]
          ? length(lengths, i + 1, j + 1) + 1
          : Math.max(length(lengths, i + 1, j), length(lengths, i, j + 1));
    }
  }
  return lengths;
}

function length(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
