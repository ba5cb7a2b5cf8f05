import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../api/types.js';
import { useShortcuts } from '../frame/shortcuts.js';
import { recallPlace, rememberPlace } from './queue-place.js';
import type { Selection } from './use-selection.js';
import { moveCursor } from './row-cursor.js';

interface RowKeys {
  readonly current: string | null;
  readonly setCurrent: (id: string) => void;
}

/**
 * j, k, c, x and a in a list. The current row is the one whose link has or had the focus, so a screen reader and the eye
 * are at the same place. Coming back from an application returns to its row.
 *
 * @param next cursor of what follows in a list; null at its end
 */
export function useRowKeys(
  address: string,
  rows: readonly QueueRow[],
  onClaim: (row: QueueRow) => void,
  selection: Selection,
  next?: string | null,
): RowKeys {
  const [current, setCurrent] = useState<string | null>(() => placeAt(address));
  const index = rows.findIndex((row) => row.id === current);
  const lastIndex = useRef(-1);
  const restored = useRef(false);

  function step(key: string): void {
    const next = moveCursor(index, key, rows.length);
    if (next !== null) focusRow(rows[next]?.id);
  }
  useShortcuts({
    j: () => step('j'),
    k: () => step('k'),
    x: () => {
      const row = rows[index];
      if (row) selection.toggle(row.id, !selection.chosen.has(row.id), false);
    },
    X: () => {
      const row = rows[index];
      if (row) selection.toggle(row.id, true, true);
    },
    a: () => document.querySelector<HTMLElement>('.desk-selection button')?.focus(),
    c: () => {
      const row = rows[index];
      if (row && !row.assignee && row.mayAssign) onClaim(row);
    },
  });

  useEffect(() => {
    if (rows.length === 0) return;
    rememberPlace(
      { address, ids: rows.map((row) => row.id), current, ...(next !== undefined && { next }) },
      sessionStorage,
    );
  }, [address, rows, current, next]);

  useEffect(() => {
    if (restored.current || rows.length === 0) return;
    restored.current = true;
    // After the screen has announced itself by its title, and only from there: rows that come late must not take the
    // focus from whoever types in the search box by now.
    if (index >= 0)
      requestAnimationFrame(() => {
        if (document.activeElement?.matches('body, main h1')) focusRow(rows[index]?.id);
      });
  }, [rows, index]);

  // A claimed row leaves 「未割当」; the focus goes to what took its place instead of being lost.
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
    else if (lastIndex.current >= 0 && document.activeElement === document.body) {
      focusRow(rows[Math.min(lastIndex.current, rows.length - 1)]?.id);
    }
  }, [rows, index]);

  return { current, setCurrent };
}

function placeAt(address: string): string | null {
  const place = recallPlace(sessionStorage);
  return place?.address === address ? place.current : null;
}

function focusRow(id: string | undefined): void {
  if (id === undefined) return;
  const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}
