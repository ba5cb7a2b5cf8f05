import { appealPeriod, type AppealPeriod } from '../japanese/appeal-period.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import type { IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import { APPEAL } from '../procedure/rules/remedies.js';
import { wordsOf } from '../procedure/rules/template-content.js';

export interface NoticeAppeal extends AppealPeriod {
  /** Day of the first opening, by which one knows of the disposition. Civil date in Japan. */
  readonly knownOn: IsoDate;
}

/**
 * Until when one may act against what a document decides.
 *
 * @param template file name without folder and ending
 * @param openedAt when it was first opened; null: nobody knows of it yet, so no period runs
 * @returns null, too, for a document that tells of no appeal (教示)
 */
export function appealOfNotice(
  { info, notices }: Procedure,
  template: string,
  openedAt: IsoInstant | null,
): NoticeAppeal | null {
  const found = notices.get(template);
  if (openedAt === null || info.legalNature !== 'disposition' || !found) return null;
  if (!wordsOf(found).includes(APPEAL)) return null;
  const knownOn = civilDateInJapan(openedAt);
  return { knownOn, ...appealPeriod(knownOn) };
}
