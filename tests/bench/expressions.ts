import { Decimal } from 'decimal.js';
import { compileExpression, type Scope } from '#engine';
import { loadBenchProcedure, today } from './bench-procedure.js';
import type { Measure } from './report.js';
import { atMost } from './report.js';
import { interleave, median, pairedRatio, rateOf } from './rounds.js';

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
  /** What a programmer would write for it, exact in the same way. */
  readonly byHand: (facts: Facts) => unknown;
}

const cases: readonly Case[] = [
  {
    name: 'sum',
    feel: 'plan.equipment_cost + plan.work_cost - (if plan.other_support then plan.other_support_amount else 0)',
    byHand: ({ plan }) =>
      new Decimal(plan.equipment_cost)
        .plus(plan.work_cost)
        .minus(plan.other_support ? plan.other_support_amount : 0),
  },
  {
    name: 'share, rounded down, capped',
    feel: 'min(floor(amount.eligible * amount.rate / 1000) * 1000, 1500000)',
    byHand: ({ amount }) =>
      Decimal.min(new Decimal(amount.eligible).times(amount.rate).div(1_000).floor().times(1_000), 1_500_000),
  },
  {
    name: 'condition',
    feel: 'plan.category in ("kitchen", "other") and plan.work_cost > 100000',
    byHand: ({ plan }) =>
      (plan.category === 'kitchen' || plan.category === 'other') &&
      new Decimal(plan.work_cost).greaterThan(100_000),
  },
];

/** Time of one evaluation against the same written by hand with decimal.js. */
export async function benchExpressions(): Promise<readonly Measure[]> {
  const { procedure, answers } = await loadBenchProcedure();
  const facts = { ...answers, today, tables: procedure.form.tables };
  const measures: Measure[] = [];
  for (const { name, feel, byHand } of cases) {
    const evaluate = compiled(feel, procedure.form.scope);
    const written = () => byHand(facts as unknown as Facts);
    if (String(evaluate(facts)) !== String(written())) throw new Error(`${name}: the two differ.`);
    const [ours = [], hand = []] = await interleave(
      [
        { name: 'compiled FEEL', run: () => 1e9 / rateOf(() => evaluate(facts), 120) },
        { name: 'by hand', run: () => 1e9 / rateOf(written, 120) },
      ],
      9,
    );
    const ratio = pairedRatio(ours, hand);
    const measure = `expression: ${name}`;
    measures.push(
      {
        measure,
        subject: 'compiled FEEL',
        value: median(ours),
        unit: 'ns',
        more: { best: Math.min(...ours) },
        ratio,
        ...atMost(ratio, 3, 'ratio'),
      },
      {
        measure,
        subject: 'decimal.js by hand',
        value: median(hand),
        unit: 'ns',
        more: { best: Math.min(...hand) },
      },
    );
  }
  return measures;
}

function compiled(source: string, scope: Scope) {
  const result = compileExpression(source, scope);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return (facts: object) => result.expression.evaluate(facts as Readonly<Record<string, unknown>>);
}
