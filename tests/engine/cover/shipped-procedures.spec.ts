import { describe, expect, it } from '@jest/globals';
import { compileProcedure, coverApplicants, runExample } from '#engine';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { readFolder } from '../../../src/procedures/read-folder.js';

/** Fewer than these would be a loss; more are welcome. */
const LEAST = {
  'jitan-9': { goals: 550, percent: 98 },
  'gold-sticker': { goals: 530, percent: 99 },
  enquete: { goals: 30, percent: 100 },
  shomei: { goals: 50, percent: 100 },
};

describe.each(Object.entries(LEAST))('applicants for %s', (folder, { goals, percent }) => {
  it(`reach at least ${goals} things, ${percent} % of what is not proved unreachable, and hold`, async () => {
    const compiled = compileProcedure(await readFolder(`procedures/${folder}`));
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const { procedure } = compiled;
    const validators = buildPageValidators(procedure.form).functions;
    const cover = coverApplicants(procedure, validators);
    const count = (verdict: string) => cover.goals.filter((goal) => goal.verdict === verdict).length;
    expect(count('reached')).toBeGreaterThanOrEqual(goals);
    expect((100 * count('reached')) / (count('reached') + count('not-found'))).toBeGreaterThanOrEqual(
      percent,
    );
    expect(cover.applicants.flatMap(({ example }) => runExample(procedure, example, validators))).toEqual([]);
    // Titles stand in lists.
    expect(cover.applicants.filter(({ example }) => [...example.title].length > 60)).toEqual([]);
    // So that the search does not grow without anybody noticing.
    expect(cover.spent).toBeLessThan(20_000);
  });
});
