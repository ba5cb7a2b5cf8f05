/** Fewer than these would tell of somebody. */
export const LEAST_SHOWN = 5;

interface Times {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** Median and ninth tenth of days that were counted in buckets of a day: the least that so many did not exceed. */
export function timesOf(buckets: readonly { readonly bucket: number; readonly count: number }[]): Times {
  const sorted = [...buckets].sort((a, b) => a.bucket - b.bucket);
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  const least = (share: number): number | null => {
    let seen = 0;
    for (const { bucket, count: here } of sorted) {
      seen += here;
      if (seen >= count * share) return bucket;
    }
    return null;
  };
  return count === 0 ? { count, median: null, p90: null } : { count, median: least(0.5), p90: least(0.9) };
}

/** Null for 1 to 4. */
export function suppressed(count: number): number | null {
  return count > 0 && count < LEAST_SHOWN ? null : count;
}

/** Of a hundred; null where either number is too small to be told, or what is left over is. */
export function shareOf(part: number, whole: number): number | null {
  const isShown = [part, whole, whole - part].every((count) => suppressed(count) !== null);
  return whole > 0 && isShown ? Math.round((part / whole) * 100) : null;
}
