import { ownRowId, rowIds } from './row-ids.js';

/** One row in two states of a repeat; null where it is not there. Numbers count from 0. */
export interface RowPair {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Which row of before is which row of after: by their ids, and by their place where the rows of one side have none
 * (as in answers from before rows had ids). In the order of after, each removed row where it was.
 */
export function pairRows(before: readonly unknown[], after: readonly unknown[]): readonly RowPair[] {
  const [was, is] = [rowIds(before), rowIds(after)];
  const nameless = [before, after].some((rows) => rows.every((row) => ownRowId(row) === null));
  const byPlace = nameless && !is.some((id) => was.includes(id));
  const placeBefore = (id: string, index: number): number | null => {
    const at = byPlace ? index : was.indexOf(id);
    return at >= 0 && at < before.length ? at : null;
  };
  const pairs: RowPair[] = is.map((id, index) => ({ before: placeBefore(id, index), after: index }));
  const kept = new Set(pairs.map((pair) => pair.before));
  for (let index = before.length - 1; index >= 0; index -= 1) {
    if (kept.has(index)) continue;
    const next = pairs.findIndex((pair) => pair.before !== null && pair.before > index);
    pairs.splice(next === -1 ? pairs.length : next, 0, { before: index, after: null });
  }
  return pairs;
}

/** The rows of before that changed their place among those that stayed: as few as explain the new order. */
export function movedRows(pairs: readonly RowPair[]): ReadonlySet<number> {
  const stayed = pairs.flatMap((pair) => (pair.before !== null && pair.after !== null ? [pair.before] : []));
  // Longest rising run that ends at each place, and the place before it in that run.
  const runs: { readonly length: number; readonly from: number }[] = [];
  stayed.forEach((place) => {
    let best = { length: 1, from: -1 };
    runs.forEach((run, earlier) => {
      if ((stayed[earlier] ?? 0) < place && run.length >= best.length)
        best = { length: run.length + 1, from: earlier };
    });
    runs.push(best);
  });
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const moved = new Set(stayed);
  for (let at = runs.findIndex((run) => run.length === longest); at >= 0; at = runs[at]?.from ?? -1)
    moved.delete(stayed[at] ?? -1);
  return moved;
}
