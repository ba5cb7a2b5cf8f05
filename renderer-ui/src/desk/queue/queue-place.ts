/**
 * Where the official was in the queue, so that coming back from an application lands on the same row, and
 * 「次の案件へ」 knows what follows. Kept for the tab only: it names applications of other people.
 */
export interface QueuePlace {
  /** Address of the list, `/desk?queue=mine`. */
  readonly address: string;
  /** Ids of the rows as they were listed. */
  readonly ids: readonly string[];
  readonly current: string | null;
  /** Cursor of what follows the rows; null where the list ends with them. Left out for what is no list. */
  readonly next?: string | null;
}

const KEY = 'tetsuzuki.desk.place';

export function rememberPlace(place: QueuePlace, storage: Storage): void {
  storage.setItem(KEY, JSON.stringify(place));
}

export function recallPlace(storage: Storage): QueuePlace | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  const stored: unknown = JSON.parse(text);
  return isPlace(stored) ? stored : null;
}

function isPlace(value: unknown): value is QueuePlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    'address' in value &&
    'ids' in value &&
    Array.isArray(value.ids)
  );
}

/** The row after `id` as the list was; null at the end of what is known of it. */
export function rowAfter({ ids }: QueuePlace, id: string): string | null {
  return ids[ids.indexOf(id) + 1] ?? null;
}

/** The row after `id` as the list was, else the first one that is not `id`; null when nothing is left. */
export function nextInPlace(place: QueuePlace | null, id: string): string | null {
  if (!place) return null;
  return rowAfter(place, id) ?? place.ids.find((other) => other !== id) ?? null;
}

/**
 * The place with the rows that follow it; from the beginning of the list where it had come to its end. `id` stays where
 * the official is.
 */
export function goneOn(
  place: QueuePlace,
  id: string,
  { ids, next }: { readonly ids: readonly string[]; readonly next: string | null },
): QueuePlace {
  const before = place.next === null || place.next === undefined ? [id] : place.ids;
  return { ...place, ids: [...before, ...ids.filter((other) => !before.includes(other))], next };
}
