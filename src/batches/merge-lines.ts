import type { RowsOwn } from './batch-row.entity.js';
import type { ListedRow } from './read-list.js';

/** An application as a table tells of it, in one line or in several. */
export type MergedRow = RowsOwn & { readonly number: string };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Lines of the same number are one application with several things to correct; a line that repeats a number and brings
 * nothing to correct stays, marked as a repetition.
 */
export function mergeLines(lines: readonly ListedRow[]): readonly MergedRow[] {
  const merged: Mutable<MergedRow>[] = [];
  const first = new Map<string, Mutable<MergedRow>>();
  for (const { point, ...line } of lines) {
    const before = first.get(line.number);
    if (before && point) {
      before.points = [...(before.points ?? []), point];
      join(before, line);
      continue;
    }
    const row = { ...line, ...(point && { points: [point] }), ...(before && { repeated: true }) };
    merged.push(row);
    if (!before) first.set(line.number, row);
  }
  return merged;
}

/** What the first line leaves open, a later one may say; what it says, none may say otherwise. */
function join(row: Mutable<MergedRow>, line: Omit<ListedRow, 'number' | 'point'>): void {
  for (const key of ['reason', 'publicReason'] as const) {
    const text = line[key];
    if (text === undefined) continue;
    if (row[key] !== undefined && row[key] !== text) row.differs ??= titles[key];
    row[key] ??= text;
  }
  for (const [title, text] of Object.entries(line.cells ?? {})) {
    if (row.cells?.[title] !== undefined && row.cells[title] !== text) row.differs ??= title;
    row.cells = { [title]: text, ...row.cells };
  }
}

const titles = { reason: '理由', publicReason: '申請者への理由' } as const;
