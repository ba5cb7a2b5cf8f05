import { compileProcedure } from '../../../src/engine/procedure/compile-procedure.js';
import type { ProcedureFiles } from '../../../src/engine/procedure/procedure.js';
import { readExample } from '../../../src/engine/procedure/read-example.js';
import { runExample } from '../../../src/engine/procedure/run-example.js';
import type { Problem } from '../../../src/engine/problem.js';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';

/** What is wrong with a folder or its examples; empty when it compiles and every example holds. */
export function failuresOf(files: ProcedureFiles): readonly Problem[] {
  const compiled = compileProcedure(files);
  if (!compiled.ok) return compiled.problems;
  const validators = buildPageValidators(compiled.procedure.form).functions;
  return Object.entries(files)
    .filter(([file]) => file.startsWith('examples/'))
    .flatMap(([file, text]) => {
      const { example, problems } = readExample(file, text);
      return example ? runExample(compiled.procedure, example, validators) : problems;
    });
}
