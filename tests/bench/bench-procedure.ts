import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Answers,
  compileProcedure,
  evaluateAnswers,
  type PageValidators,
  type Procedure,
} from '#engine';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';

/** Folder of the procedure folder, as PROCEDURES_DIR wants it. */
export const proceduresDir = join(process.cwd(), 'tests', 'bench');
export const benchFolder = join(proceduresDir, 'procedure-40');

/** 40 fields: 3 computed, 6 asked on a condition, 3 checks. */
export interface BenchProcedure {
  readonly procedure: Procedure;
  readonly validators: PageValidators;
  /** Good answers, computed values included, as the form on the screen sends them. */
  readonly answers: Answers;
}

export const today = '2026-11-05';

export async function loadBenchProcedure(): Promise<BenchProcedure> {
  const compiled = compileProcedure(await readFolder(benchFolder));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { procedure } = compiled;
  const validators = buildPageValidators(procedure.form).functions;
  const example = JSON.parse(readFileSync(join(benchFolder, 'examples', '01-corporation.json'), 'utf8')) as {
    answers: Answers;
  };
  const { answers, problems } = evaluateAnswers(procedure.form, example.answers, { today }, validators);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { procedure, validators, answers };
}
