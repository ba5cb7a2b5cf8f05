import {
  compileProcedure,
  type PageValidators,
  type Problem,
  problem,
  type Procedure,
  type ProcedureFiles,
  readExample,
  runEligibilityExample,
  runExample,
} from '#engine';
import { generateTypes, TYPES_FILE } from './generate-types.js';
import { buildPageValidators } from './page-validators.js';

export interface FolderReport {
  /** Null when the folder does not compile; its examples were then not run. */
  readonly procedure: Procedure | null;
  /** What keeps it from being published. */
  readonly problems: readonly Problem[];
  /** What should be looked at and stops nothing. */
  readonly warnings: readonly Problem[];
  readonly examples: number;
}

/** Compiles the files of a procedure and runs its examples; every problem of both at once. */
export async function checkFiles(files: ProcedureFiles): Promise<FolderReport> {
  const examples = exampleFiles(files);
  const compiled = compileProcedure(files);
  if (!compiled.ok) {
    const of = (level: Problem['level']) => compiled.problems.filter((found) => found.level === level);
    return { procedure: null, problems: of('error'), warnings: of('warning'), examples: examples.length };
  }
  const { procedure, warnings } = compiled;
  const validators = buildPageValidators(procedure.form).functions;
  const problems = [
    ...examples.flatMap((file) => checkExample(procedure, validators, file, files[file] ?? '')),
    ...(procedure.eligibility?.examples ?? []).flatMap((example, index) =>
      procedure.eligibility ? runEligibilityExample(procedure.eligibility, example, index) : [],
    ),
    ...(await checkTypes(files)),
  ];
  return { procedure, problems, warnings, examples: examples.length };
}

export function exampleFiles(files: ProcedureFiles): readonly string[] {
  return Object.keys(files)
    .filter((file) => file.startsWith('examples/'))
    .sort();
}

function checkExample(
  procedure: Procedure,
  validators: PageValidators,
  file: string,
  text: string,
): readonly Problem[] {
  const { example, problems } = readExample(file, text);
  return example ? runExample(procedure, example, validators) : problems;
}

async function checkTypes(files: ProcedureFiles): Promise<readonly Problem[]> {
  return files[TYPES_FILE] === (await generateTypes(files)) ? [] : [problem(TYPES_FILE, 'types-outdated')];
}
