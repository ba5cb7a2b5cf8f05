import { advance, type ApplicationFacts, type Command, startWorkflow } from '#engine';
import { loadBenchProcedure } from './bench-procedure.js';
import type { Measure } from './report.js';
import { median, rateOf } from './rounds.js';

const now = '2026-11-05T10:00:00+09:00';
const approve: Command = { action: 'approve', actor: { kind: 'staff', id: 'sato', roles: ['reviewer'] } };

/** Arrivals (with the automatic checks) and decisions in a second, on one core. */
export async function benchAdvances(): Promise<readonly Measure[]> {
  const { procedure, answers } = await loadBenchProcedure();
  const application: ApplicationFacts = {
    answers,
    number: '0040-08-0000001-0',
    submittedOn: '2026-11-05',
    warnings: 0,
  };
  const { state } = startWorkflow(procedure, application, now);
  const decided = advance(procedure, state, approve, application, now);
  if (!decided.ok || decided.state.stage !== 'granted') throw new Error('The decision is to grant.');
  const subjects = [
    { subject: 'arrival: 2 automatic checks, route', run: () => startWorkflow(procedure, application, now) },
    {
      subject: 'decision: role, four-eyes, route',
      run: () => advance(procedure, state, approve, application, now),
    },
  ];
  return subjects.map(({ subject, run }) => {
    const rates = Array.from({ length: 5 }, () => rateOf(run, 300));
    return {
      measure: 'advance',
      subject,
      value: median(rates),
      unit: '/s',
      more: { best: Math.max(...rates), us_each: 1e6 / median(rates) },
    };
  });
}
