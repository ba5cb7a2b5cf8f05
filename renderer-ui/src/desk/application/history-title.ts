import type { HistoryLine } from '../../api/types.js';
import { knownText } from '../queue/queue-words.js';

/** What happened: in our words where every procedure has it, else in those of the procedure. */
export function historyTitle(
  { type, title, about }: Pick<HistoryLine, 'type' | 'title' | 'about'>,
  { happened }: { readonly happened: Readonly<Record<string, (about: string | null) => string>> },
): string {
  return knownText(happened, type)?.(about) ?? title;
}
