import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  compileForm,
  compileProcedure,
  evaluateAnswers,
  explainComputed,
  type Form,
  type FormProgram,
  linkForm,
  packForm,
  type ProcedureFiles,
  readExample,
} from '#engine';
import { exampleFiles } from '../../../src/procedures/check-folder.js';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { readFolder } from '../../../src/procedures/read-folder.js';

const files = (schema: object, tables: ProcedureFiles = {}): ProcedureFiles => ({
  'procedure.json': '{"id":"small"}',
  'form.schema.json': JSON.stringify(schema),
  ...tables,
});

/** One page `p` with these questions. */
const page = (properties: object, more: object = {}) => ({
  type: 'object',
  properties: { p: { type: 'object', title: 'P', properties, ...more } },
});

function compiled(given: ProcedureFiles): Form {
  const result = compileForm(given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.form;
}

/** What a browser gets: through JSON, as over the line. */
const overTheLine = (form: Form): FormProgram => JSON.parse(JSON.stringify(packForm(form))) as FormProgram;

async function linked(form: Form): Promise<Form> {
  const result = await linkForm(overTheLine(form));
  if (!result) throw new Error('The program does not link.');
  return result;
}

const number = { type: 'integer', title: 'N' };

describe('the program of a form', () => {
  it('carries trees in the place of sources that somebody would have to parse', () => {
    const form = compiled(
      files(page({ a: number, b: { ...number, readOnly: true, 'x-compute': 'p.a + 1' } })),
    );
    expect(packForm(form).pages[0]?.fields[1]?.compute).toEqual(['p.a + 1', 'mncba1;Ada1;;o1h1;;']);
  });

  it('brings the tables that expressions read, and no others', () => {
    const tables = { 'tables/rate.csv': 'kind,yen\na,3\n', 'tables/town.csv': 'code,name\n1,甲\n' };
    const choice = {
      type: 'string',
      title: 'C',
      'x-options': { table: 'town', value: 'code', label: 'name' },
    };
    const rate = 'if lookup(tables.rate, "kind", "a").yen = "3" then 1 else 2';
    const form = compiled(
      files(page({ c: choice, b: { ...number, readOnly: true, 'x-compute': rate } }), tables),
    );
    const program = packForm(form);
    expect(Object.keys(program.tables)).toEqual(['rate']);
    expect(program.pages[0]?.fields[0]?.options).toEqual([{ value: '1', title: '甲' }]);
  });

  it.each([
    ['p.a > 3', []],
    ['matches(string(p.a), "^1")', ['plainPatterns']],
    ['matches(string(p.a), "^1.")', ['patterns']],
    ['matches(string(p.a), "1*")', ['patterns']],
    ['matches(string(p.a), "^1", "i")', ['patterns']],
    ['matches(string(p.a), string(p.a))', ['patterns']],
    ['is working day(today)', ['workingDays']],
    ['median([p.a, 1, 2]) > 1', ['rare']],
  ])('names what %s needs beside the evaluator', (askWhen, parts) => {
    const form = compiled(files(page({ a: number, b: { ...number, 'x-askWhen': askWhen } })));
    expect(packForm(form).parts).toEqual(parts);
  });

  it('is refused by an engine that reads another format', async () => {
    const program = overTheLine(compiled(files(page({ a: number }))));
    expect(await linkForm({ ...program, format: 1 as unknown as typeof program.format })).toBeNull();
  });

  it('is refused when it names what this engine does not know', async () => {
    const program = overTheLine(
      compiled(files(page({ a: number, b: { ...number, 'x-askWhen': 'p.a > 3' } }))),
    );
    const strange = JSON.parse(JSON.stringify(program).replace('"me', '"m|Comparisons|')) as FormProgram;
    expect(await linkForm(strange)).toBeNull();
  });
});

const shipped = readdirSync('procedures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schemas')
  .map((entry) => entry.name);

describe.each(shipped)('%s, linked from its program', (name) => {
  it('gives every example the verdict of the compiled form', async () => {
    const folder = await readFolder(`procedures/${name}`);
    const procedure = compileProcedure(folder);
    if (!procedure.ok) throw new Error(name);
    const { form } = procedure.procedure;
    const validators = buildPageValidators(form).functions;
    const browsers = await linked(form);
    const answers = exampleFiles(folder).flatMap((file) => {
      const { example } = readExample(file, folder[file] ?? '');
      return example ? [example.answers] : [];
    });
    expect(answers.length).toBeGreaterThan(0);
    const computed = [...form.fields.values()].filter((field) => field.compute && !field.path.includes('[]'));
    for (const given of answers) {
      const [ours, theirs] = [form, browsers].map((one) => {
        const evaluation = evaluateAnswers(one, given, { today: '2021-11-05' }, validators);
        const why = computed.map(({ path }) =>
          explainComputed(one, `/${path.replaceAll('.', '/')}`, evaluation, 'ja'),
        );
        return { ...evaluation, asked: [...evaluation.asked], why };
      });
      expect(theirs).toEqual(ours);
    }
  });
});
