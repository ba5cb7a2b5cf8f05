import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileProcedure, describeProblem, type Form, type Problem, readExample, runExample } from '#engine';
import { exampleFiles } from '../../src/procedures/check-folder.js';
import { generateTypes, TYPES_FILE } from '../../src/procedures/generate-types.js';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const root = 'procedures';
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'procedure.json')));

/** Problems in words, so that a failure reads like the command line. */
const inWords = (problems: readonly Problem[], form: Form | null = null) =>
  problems.map((problem) => `${problem.path}  ${problem.code}  ${describeProblem(problem, form, 'ja')}`);

for (const folder of folders) {
  const files = await readFolder(join(root, folder));
  const compiled = compileProcedure(files);

  describe(`procedures/${folder}`, () => {
    it('compiles without a problem', () => {
      expect(compiled.ok ? [] : inWords(compiled.problems)).toEqual([]);
    });

    it('has the types that its schema gives (npx tetsuzuki types)', async () => {
      expect(files[TYPES_FILE]).toBe(await generateTypes(files));
    });

    if (!compiled.ok) return;
    const { procedure } = compiled;
    const validators = buildPageValidators(procedure.form).functions;
    for (const file of exampleFiles(files)) {
      const { example, problems } = readExample(file, files[file] ?? '');
      it(`${file}: ${example?.title ?? 'cannot be read'}`, () => {
        expect(inWords(problems)).toEqual([]);
        expect(example && inWords(runExample(procedure, example, validators), procedure.form)).toEqual([]);
      });
    }
  });
}
