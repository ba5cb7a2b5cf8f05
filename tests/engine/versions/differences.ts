import { describeChange, diffProcedures } from '#engine';
import { type Edits, version } from './small-version.js';

const original = version();

/** What an edit changes, the gravest first: impact and sentence. */
export function differences(edits: Edits, language: 'ja' | 'en' = 'ja'): readonly string[] {
  return diffProcedures(original, version(edits)).map(
    (change) => `${change.impact} ${describeChange(change, language)}`,
  );
}
