import type { ProcedureListItem } from '../../api/types.js';

export type AudienceFilter = 'all' | 'individual' | 'business';

export interface CatalogueView {
  readonly open: readonly ProcedureListItem[];
  /** Before their time or after it. */
  readonly others: readonly ProcedureListItem[];
}

/** Width and case do not matter when people search; ひらがな finds カタカナ. */
function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** What the list shows: every word must occur somewhere; open procedures by closing time, the soonest first. */
export function selectProcedures(
  procedures: readonly ProcedureListItem[],
  words: string,
  audience: AudienceFilter,
): CatalogueView {
  const wanted = searchable(words).split(/\s+/).filter(Boolean);
  const found = procedures.filter((each) => {
    if (audience !== 'all' && !each.audience.includes(audience)) return false;
    const text = searchable(`${each.title} ${each.summary} ${each.category} ${each.department}`);
    return wanted.every((word) => text.includes(word));
  });
  return {
    open: found
      .filter((each) => each.state === 'open')
      .sort((a, b) => Date.parse(a.closesAt) - Date.parse(b.closesAt)),
    others: found.filter((each) => each.state !== 'open'),
  };
}

/** Whole days until the closing instant, by Japan's calendar: 0 = closes today. */
export function daysLeft(closesAt: string, now: Date): number {
  const NINE_HOURS = 9 * 3_600_000;
  const day = (instant: number): number => Math.floor((instant + NINE_HOURS) / 86_400_000);
  return day(Date.parse(closesAt)) - day(now.getTime());
}
