import { useState } from 'react';
import type { QueueRow } from '../../api/types.js';

/** Rows that are ticked, to do one thing with them all. */
export interface Selection {
  /** Ids, of rows that are shown. */
  readonly chosen: ReadonlySet<string>;
  /** With the shift key: everything from the row ticked last to this one. */
  readonly toggle: (id: string, on: boolean, withShift: boolean) => void;
  readonly toggleAll: (on: boolean) => void;
}

export function useSelection(rows: readonly QueueRow[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const ids = rows.map(({ id }) => id);
  return {
    // What has left the list since is no longer meant.
    chosen: new Set(ids.filter((id) => ticked.has(id))),
    toggle(id, on, withShift) {
      const [from, to] = [ids.indexOf(last ?? id), ids.indexOf(id)];
      const range = withShift && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      setTicked((before) => withOrWithout(before, range, on));
      setLast(id);
    },
    toggleAll(on) {
      setTicked((before) => withOrWithout(before, ids, on));
    },
  };
}

function withOrWithout(
  before: ReadonlySet<string>,
  ids: readonly string[],
  on: boolean,
): ReadonlySet<string> {
  const after = new Set(before);
  for (const id of ids) {
    if (on) after.add(id);
    else after.delete(id);
  }
  return after;
}
