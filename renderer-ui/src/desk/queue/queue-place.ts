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

/** The row after `id` as the list was, else the first one that is not `id`; null when nothing is left. */
export function nextInPlace(place: QueuePlace | null, id: string): string | null {
  if (!place) return null;
  const at = place.ids.indexOf(id);
  const following = place.ids.slice(at + 1);
  return following[0] ?? place.ids.find((other) => other !== id) ?? null;
}
