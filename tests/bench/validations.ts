import { Ajv2020 } from 'ajv/dist/2020.js';
import { evaluateAnswers, FORMATS, type Procedure } from '#engine';
import { loadBenchProcedure, today } from './bench-procedure.js';
import type { Measure } from './report.js';
import { interleave, median, pairedRatio, rateOf } from './rounds.js';

/** The whole verdict (asked, computed, checked, validated) against Ajv alone on the same answers. */
export async function benchValidations(): Promise<readonly Measure[]> {
  const { procedure, validators, answers } = await loadBenchProcedure();
  const plain = plainAjv(procedure);
  const engine = () => evaluateAnswers(procedure.form, answers, { today }, validators);
  if (!plain(answers) || engine().problems.length > 0) throw new Error('The answers are good for both.');
  const [ours = [], ajv = []] = await interleave(
    [
      { name: 'engine', run: () => rateOf(engine, 400) },
      { name: 'ajv', run: () => rateOf(() => plain(answers), 400) },
    ],
    7,
  );
  const unit = 'validations/s';
  return [
    {
      measure: 'validate 40 fields',
      subject: 'engine: asked, 3 computed, 3 checks, Ajv',
      value: median(ours),
      unit,
      more: { best: Math.max(...ours), us_each: 1e6 / median(ours) },
      ratio: pairedRatio(ours, ajv),
    },
    {
      measure: 'validate 40 fields',
      subject: 'Ajv alone',
      value: median(ajv),
      unit,
      more: { best: Math.max(...ajv), us_each: 1e6 / median(ajv) },
    },
  ];
}

/** One schema of all pages, with the patterns of the platform. */
export function plainAjv({ form }: Procedure) {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
  for (const [name, { pattern }] of Object.entries(FORMATS)) ajv.addFormat(name, pattern);
  return ajv.compile(formSchema(form));
}

export function formSchema(form: Procedure['form']): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(form.pages.map((page) => [page.name, page.schema])),
  };
}
