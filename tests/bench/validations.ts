import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Answers, evaluateAnswers, FORMATS, type Procedure } from '#engine';
import { loadBenchProcedure, today } from './bench-procedure.js';
import { formioVerdict, surveyVerdict, type Verdict } from './peer-forms.js';
import type { Measure } from './report.js';
import { interleave, median, pairedRatio, rateOf } from './rounds.js';

/** The whole verdict (asked, computed, checked, validated) against Ajv alone and against peers, on the same answers. */
export async function benchValidations(): Promise<readonly Measure[]> {
  const { procedure, validators, answers } = await loadBenchProcedure();
  const plain = plainAjv(procedure);
  const subjects: readonly { readonly name: string; readonly verdict: Verdict }[] = [
    {
      name: 'engine: asked, 3 computed, 3 checks, Ajv',
      verdict: (given) => evaluateAnswers(procedure.form, given, { today }, validators).problems.length === 0,
    },
    { name: 'Ajv alone', verdict: (given) => plain(given) },
    { name: 'SurveyJS core', verdict: surveyVerdict(procedure.form) },
    { name: '@formio/core', verdict: formioVerdict(procedure.form) },
  ];
  for (const { name, verdict } of subjects) {
    if (!verdict(answers)) throw new Error(`${name}: the answers are good.`);
    if (verdict(withWrongPostalCode(answers))) throw new Error(`${name}: the postal code is wrong.`);
  }
  const rates = await interleave(
    subjects.map(({ name, verdict }) => ({ name, run: () => rateOf(() => verdict(answers), 400) })),
    7,
  );
  const [ours = []] = rates;
  return subjects.map(({ name }, index) => {
    const found = rates[index] ?? [];
    return {
      measure: 'validate 40 fields',
      subject: name,
      value: median(found),
      unit: 'validations/s',
      more: {
        best: Math.max(...found),
        us_each: 1e6 / median(found),
        ...(index > 0 && { engine_to_this: pairedRatio(ours, found) }),
      },
    };
  });
}

function withWrongPostalCode(answers: Answers): Answers {
  const applicant = answers['applicant'] as Readonly<Record<string, unknown>>;
  return { ...answers, applicant: { ...applicant, postal: '53' } };
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
