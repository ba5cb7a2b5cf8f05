import { Decimal } from 'decimal.js';
import { evaluate as evaluateFeelin } from 'feelin';
import jsonata from 'jsonata';
import { compileExpression, type Scope } from '#engine';
import { loadBenchProcedure, today } from './bench-procedure.js';
import type { Measure } from './report.js';
import { atMost } from './report.js';
import { interleave, median, pairedRatio, rateOf, rateOfPromises } from './rounds.js';

interface Facts {
  readonly plan: {
    readonly category: string;
    readonly starts_on: string;
    readonly ends_on: string;
    readonly equipment_cost: number;
    readonly work_cost: number;
    readonly other_support: boolean;
    readonly other_support_amount: number;
  };
  readonly amount: { readonly eligible: number; readonly rate: number };
}

interface Case {
  readonly name: string;
  readonly feel: string;
  readonly jsonata: string;
  /** What a programmer would write for it, exact in the same way. */
  readonly byHand: (facts: Facts) => unknown;
}

const cases: readonly Case[] = [
  {
    name: 'sum',
    feel: 'plan.equipment_cost + plan.work_cost - (if plan.other_support then plan.other_support_amount else 0)',
    jsonata: 'plan.equipment_cost + plan.work_cost - (plan.other_support ? plan.other_support_amount : 0)',
    byHand: ({ plan }) =>
      new Decimal(plan.equipment_cost)
        .plus(plan.work_cost)
        .minus(plan.other_support ? plan.other_support_amount : 0),
  },
  {
    name: 'share, rounded down, capped',
    feel: 'min(floor(amount.eligible * amount.rate / 1000) * 1000, 1500000)',
    jsonata: '$min([$floor(amount.eligible * amount.rate / 1000) * 1000, 1500000])',
    byHand: ({ amount }) =>
      Decimal.min(new Decimal(amount.eligible).times(amount.rate).div(1_000).floor().times(1_000), 1_500_000),
  },
  {
    name: 'condition',
    feel: 'plan.category in ("kitchen", "other") and plan.work_cost > 100000',
    jsonata: 'plan.category in ["kitchen", "other"] and plan.work_cost > 100000',
    byHand: ({ plan }) =>
      (plan.category === 'kitchen' || plan.category === 'other') &&
      new Decimal(plan.work_cost).greaterThan(100_000),
  },
];

/**
 * Time of one evaluation against the same written by hand with decimal.js, and beside the two peers. Those count in
 * binary fractions; feelin parses each time anew, for it keeps no compiled form; JSONata is parsed once.
 */
export async function benchExpressions(): Promise<readonly Measure[]> {
  const { procedure, answers } = await loadBenchProcedure();
  const facts = { ...answers, today, tables: procedure.form.tables };
  const measures: Measure[] = [];
  for (const { name, feel, jsonata: query, byHand } of cases) {
    const evaluate = compiled(feel, procedure.form.scope);
    const parsed = jsonata(query);
    const subjects: readonly { readonly subject: string; readonly evaluate: () => unknown }[] = [
      { subject: 'compiled FEEL', evaluate: () => evaluate(facts) },
      { subject: 'decimal.js by hand', evaluate: () => byHand(facts as unknown as Facts) },
      { subject: 'feelin', evaluate: () => evaluateFeelin(feel, facts).value },
    ];
    const results = [...subjects.map((one) => one.evaluate()), await parsed.evaluate(facts)];
    if (new Set(results.map(String)).size > 1) throw new Error(`${name}: ${results.join(', ')} differ.`);
    const times = await interleave(
      [
        ...subjects.map((one) => ({ name: one.subject, run: () => 1e9 / rateOf(one.evaluate, 120) })),
        { name: 'JSONata', run: async () => 1e9 / (await rateOfPromises(() => parsed.evaluate(facts), 120)) },
      ],
      9,
    );
    const [ours = [], hand = []] = times;
    const ratio = pairedRatio(ours, hand);
    measures.push(
      ...[...subjects.map((one) => one.subject), 'JSONata'].map((subject, index): Measure => {
        const found = times[index] ?? [];
        return {
          measure: `expression: ${name}`,
          subject,
          value: median(found),
          unit: 'ns',
          more: { best: Math.min(...found), ...(index > 1 && { this_to_engine: pairedRatio(found, ours) }) },
          ...(index === 0 && { ratio, ...atMost(ratio, 3, 'ratio') }),
        };
      }),
    );
  }
  return measures;
}

function compiled(source: string, scope: Scope) {
  const result = compileExpression(source, scope);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return (facts: object) => result.expression.evaluate(facts as Readonly<Record<string, unknown>>);
}
