import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileProcedure, describeCure, describeProblem, type Problem, type ProcedureFiles } from '#engine';
import { checkFiles } from '../../src/procedures/check-folder.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import type { Slip } from './broken/broken-folder.js';
import { FORM_SLIPS } from './broken/form-slips.js';
import { INFO_SLIPS } from './broken/info-slips.js';
import { LEFTOVER_SLIPS } from './broken/leftover-slips.js';
import { LOOK_SLIPS } from './broken/look-slips.js';
import { PAPER_SLIPS } from './broken/paper-slips.js';
import { REVIEW_SLIPS } from './broken/review-slips.js';
import { RULE_SLIPS } from './broken/rule-slips.js';

const folders = new Map<Slip['of'], ProcedureFiles>();

beforeAll(async () => {
  for (const id of ['jitan-9', 'gold-sticker'] as const)
    folders.set(id, await readFolder(`procedures/${id}`));
});

it.each(['jitan-9', 'gold-sticker'] as const)('%s as it ships has nothing said against it', (id) => {
  expect(compileProcedure(folders.get(id) ?? {})).toMatchObject({ ok: true, warnings: [] });
});

describe('one slip in a sound folder is refused, by its rule, at its place, in words that say what to do', () => {
  it.each(of(INFO_SLIPS))('procedure.json: %s', (_name, slip) => errorsAre(slip));
  it.each(of(FORM_SLIPS))('form: %s', (_name, slip) => errorsAre(slip));
  it.each(of(RULE_SLIPS))('form: %s', (_name, slip) => errorsAre(slip));
  it.each(of(LOOK_SLIPS))('screens and tables: %s', (_name, slip) => errorsAre(slip));
  it.each(of(REVIEW_SLIPS))('review: %s', (_name, slip) => errorsAre(slip));
  it.each(of(PAPER_SLIPS))('papers and examples: %s', async (_name, slip) =>
    errorsAre(slip, await examined(slip)),
  );
});

describe('one slip that stops nothing is said all the same', () => {
  it.each(of(LEFTOVER_SLIPS))('%s', (_name, slip) => {
    const compiled = compileProcedure(broken(slip));
    expect(compiled.ok).toBe(true);
    const warnings = compiled.ok ? compiled.warnings : compiled.problems;
    // A new Japanese text has no English yet, and a text taken away leaves its English behind.
    judge(
      slip,
      warnings.filter(({ path }) => !path.startsWith('texts/')),
    );
  });
});

function of(slips: readonly Slip[]): readonly (readonly [string, Slip])[] {
  return slips.map((slip) => [slip.name, slip]);
}

function broken({ of: id, edit }: Slip): ProcedureFiles {
  return edit(folders.get(id) ?? {});
}

function compiledProblems(slip: Slip): readonly Problem[] {
  const compiled = compileProcedure(broken(slip));
  return compiled.ok ? compiled.warnings : compiled.problems;
}

/** What the whole check says, with the one example that the slip is about. */
async function examined(slip: Slip): Promise<readonly Problem[]> {
  if (!/^(?:examples|answers)/.test(slip.path)) return compiledProblems(slip);
  const [example] = slip.path.split('#');
  const files = Object.entries(broken(slip)).filter(
    ([file]) => !file.startsWith('examples/') || file === example,
  );
  return (await checkFiles(Object.fromEntries(files))).problems;
}

function errorsAre(slip: Slip, found: readonly Problem[] = compiledProblems(slip)): void {
  judge(
    slip,
    found.filter(({ level }) => level === 'error'),
  );
}

function judge(slip: Slip, found: readonly Problem[]): void {
  expect(found.map(({ path, code }) => ({ path, code }))).toEqual([{ path: slip.path, code: slip.code }]);
  for (const one of found) {
    expect(describeProblem(one, null, 'ja')).toContain(slip.says);
    for (const language of ['ja', 'en'] as const) {
      const words = `${describeProblem(one, null, language)} ${describeCure(one, language) ?? ''}`;
      expect(words).not.toMatch(/\{\w+\}|undefined|\[object/);
    }
  }
}
