import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Operation } from '../../../../src/engine/edit/operations/operation.js';
import { perform } from '../../../../src/engine/edit/operations/perform.js';
import { coverApplicants } from '../../../../src/engine/cover/cover-applicants.js';
import { compileProcedure } from '../../../../src/engine/procedure/compile-procedure.js';
import type { ProcedureFiles } from '../../../../src/engine/procedure/procedure.js';
import { checkFiles } from '../../../../src/procedures/check-folder.js';
import { generateTypes, TYPES_FILE } from '../../../../src/procedures/generate-types.js';
import { buildPageValidators } from '../../../../src/procedures/page-validators.js';
import { readFolder } from '../../../../src/procedures/read-folder.js';
import { checkDraft } from '../../../../builder-ui/src/problems/check-draft.js';
import { nextOperation } from './next-operation.js';

/** `EDITS=all` makes 2,560 edits and tells of each tour; that takes longer than the fuse of all others lets anything take. */
const isAll = process.env['EDITS'] === 'all';
const FUSE_MS = isAll ? 3_600_000 : 600_000;

/** Every operation looks at each of them, and a hundred say no more to it than a few. */
function someExamples(files: ProcedureFiles): ProcedureFiles {
  const left = Object.keys(files)
    .filter((file) => file.startsWith('examples/'))
    .slice(4);
  return Object.fromEntries(Object.entries(files).filter(([file]) => !left.includes(file)));
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(below, 1);
  };
}

/** What the builder and the server do with a draft, whatever state it is in; throws where one of them would. */
async function judge(files: ProcedureFiles): Promise<'has problems' | 'can be published'> {
  for (const [file, text] of Object.entries(files)) if (file.endsWith('.json')) JSON.parse(text);
  const checked = checkDraft(files);
  const compiled = compileProcedure(files);
  const errors = checked.problems.filter(({ level }) => level === 'error');
  expect({ ok: compiled.ok, errors: errors.length === 0 }).toEqual({ ok: compiled.ok, errors: compiled.ok });
  if (!compiled.ok) return 'has problems';
  // What the builder calls free of problems the server takes, and applicants and officials can live through.
  const { procedure } = compiled;
  const validators = buildPageValidators(procedure.form).functions;
  coverApplicants(procedure, validators, { budget: 200 });
  const typed = { ...files, [TYPES_FILE]: await generateTypes(files) };
  const report = await checkFiles(typed);
  const others = report.problems.filter(
    ({ path }) => !/^(examples\/|eligibility\.json#\/examples)/.test(path),
  );
  expect(others).toEqual([]);
  return 'can be published';
}

interface Tour {
  readonly done: number;
  readonly refused: number;
  readonly publishable: number;
}

/** @param every edits between two judgements; two of three times an author takes back what made the draft wrong */
async function edit(folder: ProcedureFiles, seed: number, steps: number, every: number): Promise<Tour> {
  const pick = dice(seed);
  const performed: Operation[] = [];
  let [files, good] = [folder, folder];
  const tour = { done: 0, refused: 0, publishable: 0 };
  try {
    for (let step = 0; step < steps; step++) {
      const operation = nextOperation(files, pick, step);
      performed.push(operation);
      const result = perform(files, operation);
      if (result.ok) {
        files = result.files;
        tour.done += 1;
      } else {
        expect(result.problems).not.toEqual([]);
        tour.refused += 1;
      }
      if ((step + 1) % every !== 0) continue;
      if ((await judge(files)) === 'can be published') {
        good = files;
        tour.publishable += 1;
      } else if (pick(3) > 0) files = good;
    }
  } catch (failure) {
    const told = performed.slice(-every).map((operation) => JSON.stringify(operation));
    throw new Error(`Seed ${seed}, edit ${performed.length}, the last ones:\n${told.join('\n')}`, {
      cause: failure,
    });
  }
  return tour;
}

describe('whatever authors do, in whatever order', () => {
  it.each([
    ['src/cli/new/start', { runs: 1, steps: 30, every: 3 }, { runs: 16, steps: 120, every: 4 }],
    ['procedures/gold-sticker', { runs: 1, steps: 10, every: 10 }, { runs: 4, steps: 80, every: 8 }],
    ['procedures/jitan-9', { runs: 1, steps: 10, every: 10 }, { runs: 4, steps: 80, every: 8 }],
  ])(
    '%s stays a folder that can be read, judged, worked on and lived through',
    async (path, few, all) => {
      const folder = someExamples(await readFolder(path));
      const { runs, steps, every } = isAll ? all : few;
      const sum = { done: 0, refused: 0, publishable: 0 };
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const tour = await edit(folder, seed, steps, every);
          sum.done += tour.done;
          sum.refused += tour.refused;
          sum.publishable += tour.publishable;
          if (isAll) process.stdout.write(`${path}: ${JSON.stringify(sum)}\n`);
        }),
        // A smaller seed is no simpler one.
        { numRuns: runs, endOnFailure: true },
      );
      expect(sum.done).toBeGreaterThan(0);
    },
    FUSE_MS,
  );
});
