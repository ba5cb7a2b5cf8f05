import type { QueueView } from '../../api/types.js';
import type { DeskTexts } from '../desk-texts.js';

/** The value of a known key of the texts; null for a key that they do not have. */
export function knownText<T extends object>(texts: T, key: string): T[Extract<keyof T, string>] | null {
  return Object.hasOwn(texts, key) ? texts[key as Extract<keyof T, string>] : null;
}

/** A queue of every office in the reader's language; a procedure's own by the title of its stage. */
export function queueTitle(queue: QueueView, texts: DeskTexts['queue']): string {
  return knownText(texts.titles, queue.key) ?? queue.title;
}
