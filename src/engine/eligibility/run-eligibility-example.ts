import { civilDateInJapan } from '../japanese/civil-date.js';
import type { Problem } from '../problem.js';
import { ExampleDifferences } from '../procedure/example-differences.js';
import type { Eligibility, EligibilityExample } from './eligibility.js';
import { judgeEligibility } from './judge-eligibility.js';
import { ELIGIBILITY_FILE } from './read-eligibility.js';

/** One example of the check, by its place in the file. Empty when it holds. */
export function runEligibilityExample(
  eligibility: Eligibility,
  { now, answers, expect }: EligibilityExample,
  index: number,
): readonly Problem[] {
  const differences = new ExampleDifferences(ELIGIBILITY_FILE);
  const place = `/examples/${index}/expect`;
  const judged = judgeEligibility(eligibility, answers, civilDateInJapan(now));
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  differences.compare(`${place}/verdict`, 'verdict', expect.verdict, judged.verdict);
  differences.compare(`${place}/reasons`, 'reasons', expect.reasons, ids(judged.reasons));
  if (expect.needs) differences.compare(`${place}/needs`, 'needs', expect.needs, ids(judged.needs));
  return differences.problems;
}
