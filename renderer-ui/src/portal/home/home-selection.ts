import type { ProcedureListItem } from '../../api/types.js';
import { byClosing, daysLeft, SOON_DAYS } from '../catalogue/catalogue-order.js';

export interface HomeSelection {
  /** Open, and closing within `SOON_DAYS`. */
  readonly closing: readonly ProcedureListItem[];
  /** The other open ones, a page of cards at most. */
  readonly accepting: readonly ProcedureListItem[];
  readonly categories: readonly { readonly name: string; readonly count: number }[];
  readonly newest: readonly ProcedureListItem[];
}

const MOST_CARDS = 6;
const MOST_NEW = 5;
/** A procedure is news for so many days. */
const NEW_DAYS = 60;

/** What the first page shows of all procedures. */
export function selectForHome(procedures: readonly ProcedureListItem[], now: Date): HomeSelection {
  const open = procedures.filter(({ state }) => state === 'open').sort(byClosing);
  const isSoon = ({ closesAt }: ProcedureListItem): boolean => daysLeft(closesAt, now) <= SOON_DAYS;
  const names = [...new Set(procedures.map(({ category }) => category))];
  return {
    closing: open.filter(isSoon).slice(0, MOST_CARDS),
    accepting: open.filter((each) => !isSoon(each)).slice(0, MOST_CARDS),
    categories: names.map((name) => ({
      name,
      count: procedures.filter(({ category }) => category === name).length,
    })),
    newest: procedures
      .filter(({ publishedAt }) => now.getTime() - Date.parse(publishedAt) < NEW_DAYS * 86_400_000)
      .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
      .slice(0, MOST_NEW),
  };
}
