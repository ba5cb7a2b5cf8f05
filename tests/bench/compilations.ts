import { Ajv2020 } from 'ajv/dist/2020.js';
import { compileProcedure, FORMATS, type ProcedureFiles } from '#engine';
import { readFolder } from '../../src/procedures/read-folder.js';
import { benchFolder } from './bench-procedure.js';
import type { Measure } from './report.js';
import { interleave, median, pairedRatio, rateOf } from './rounds.js';
import { formSchema } from './validations.js';

const wanted = 100;

/** Every check of a folder of 100 fields (types, workflow, templates), against Ajv compiling its schema. */
export async function benchCompilations(): Promise<readonly Measure[]> {
  const files = enlarged(await readFolder(benchFolder));
  const compiled = compileProcedure(files);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const schema = formSchema(compiled.procedure.form);
  const fields = compiled.procedure.form.fields.size;
  if (fields < wanted) throw new Error(`${fields} fields are not ${wanted}.`);
  let turn = 0;
  const [ours = [], ajv = []] = await interleave(
    [
      { name: 'compile', run: () => 1_000 / rateOf(() => compiledAnew(files, turn++), 1_500, 5) },
      { name: 'ajv', run: () => 1_000 / rateOf(() => compileWithAjv(schema), 1_500, 5) },
    ],
    3,
  );
  const measure = `compile ${fields} fields`;
  return [
    {
      measure,
      subject: 'engine: every file, type and rule',
      value: median(ours),
      unit: 'ms',
      more: { best: Math.min(...ours) },
      ratio: pairedRatio(ours, ajv),
    },
    {
      measure,
      subject: 'Ajv: the schema alone',
      value: median(ajv),
      unit: 'ms',
      more: { best: Math.min(...ajv) },
    },
  ];
}

function compileWithAjv(schema: object): unknown {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
  for (const [name, { pattern }] of Object.entries(FORMATS)) ajv.addFormat(name, pattern);
  return ajv.compile(schema);
}

/** The bench procedure with two more copies of its pages about applicant, shop and plan, conditions and checks included. */
function enlarged(files: ProcedureFiles): ProcedureFiles {
  const file = 'form.schema.json';
  const schema = JSON.parse(files[file] ?? '{}') as {
    properties: Readonly<Record<string, object>>;
    required: readonly string[];
  };
  const copies = ['2', '3'].flatMap((n) =>
    ['applicant', 'shop', 'plan'].map(
      (page) => [`${page}${n}`, copyOf(schema.properties[page], page, n)] as const,
    ),
  );
  const enlargedSchema = {
    ...schema,
    properties: { ...schema.properties, ...Object.fromEntries(copies) },
    required: [...schema.required, ...copies.map(([name]) => name)],
  };
  return { ...files, [file]: JSON.stringify(enlargedSchema) };
}

function compiledAnew(files: ProcedureFiles, turn: number): void {
  if (!compileProcedure(retold(files, turn)).ok) throw new Error('The folder told anew has problems.');
}

/** The same folder with every expression written anew: trees of expressions that were read before are remembered. */
function retold(files: ProcedureFiles, turn: number): ProcedureFiles {
  const told = Object.entries(files).map(([file, text]) => [
    file,
    text.replace(/("(?:x-askWhen|x-compute|expression|when)": ?")/g, `$1/* ${turn} */ `),
  ]);
  return Object.fromEntries(told) as ProcedureFiles;
}

function copyOf(page: object | undefined, name: string, n: string): unknown {
  const text = JSON.stringify(page)
    .replaceAll(`${name}.`, `${name}${n}.`)
    .replace(/"id":"([a-z-]+)"/g, `"id":"$1-${n}"`);
  return JSON.parse(text);
}
