import { createHash } from 'node:crypto';
import { type Facts, type Procedure, seasonOf, toText } from '#engine';
import { searchForm } from './search-pairs.js';

/**
 * The key of which one living application may exist, hashed: the column is an index and needs no personal data. Null
 * where the procedure has no such rule or the key's answers are missing.
 */
export function onceKeyOf({ info }: Procedure, facts: Facts): string | null {
  if (!info.oncePer) return null;
  const value = info.oncePer.key.evaluate(facts);
  if (value === null) return null;
  const { everyYear } = info.acceptanceWindow;
  const today = facts['today'];
  // What comes every year may be applied for every year.
  const season = everyYear && typeof today === 'string' ? ` ${seasonOf(everyYear, today)}` : '';
  // ＡＢＣ店 and ABC店 are one shop.
  return createHash('sha256')
    .update(`${searchForm(toText(value))}${season}`)
    .digest('hex');
}
