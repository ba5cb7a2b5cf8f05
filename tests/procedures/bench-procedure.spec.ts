import { expect, it } from '@jest/globals';
import { checkFiles } from '../../src/procedures/check-folder.js';
import { readFolder } from '../../src/procedures/read-folder.js';

it('the procedure that the bench runs is sound, but for what only a real one needs', async () => {
  const { problems, warnings, examples } = await checkFiles(await readFolder('tests/bench/procedure-40'));
  expect(problems.filter(({ code }) => code !== 'types-outdated')).toEqual([]);
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['purpose-missing', 'english-missing']));
  expect(examples).toBeGreaterThan(0);
});
