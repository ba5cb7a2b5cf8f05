import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDateInJapan } from '../../../src/engine/japanese/civil-date.js';
import { workingDaysBetween } from '../../../src/engine/japanese/working-days.js';
import { parseTable } from '../../../src/engine/procedure/parse-table.js';
import type { Procedure } from '../../../src/engine/procedure/procedure.js';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { awaitedRoles } from '../../../src/engine/workflow/approvals.js';
import { availableActions } from '../../../src/engine/workflow/available-actions.js';
import { clockLedger } from '../../../src/engine/workflow/clock-ledger.js';
import { compileWorkflow } from '../../../src/engine/workflow/compile-workflow.js';
import { processingClock } from '../../../src/engine/workflow/processing-clock.js';
import { fireTimer, nextTimer } from '../../../src/engine/workflow/timers.js';
import type {
  Actor,
  Advance,
  Command,
  HistoryEntry,
  Refusal,
  WorkflowState,
} from '../../../src/engine/workflow/review-state.js';
import { staff } from './circuit.js';
import { ROLES, randomWorkflow } from './random-workflow.js';
import { applicant, application, smallForm, smallNames, smallProcedure } from './small-procedure.js';
import { friday } from './taking.js';

const routing = parseTable('tables/routing.csv', 'kind,team\nchain,north\n').table;

function compiled(source: unknown): Procedure {
  const names = { scope: smallForm.scope, tables: { routing }, ...smallNames };
  const { workflow, problems } = compileWorkflow(JSON.stringify(source), names);
  if (!workflow) throw new Error(JSON.stringify(problems));
  return { ...smallProcedure, workflow };
}

const people: readonly Actor[] = [
  staff('clerk', 'clerk'),
  staff('chief', 'chief'),
  staff('manager', 'manager'),
  staff('everything', ...ROLES),
  { ...staff('stand-in'), standsInFor: ROLES.map((role) => ({ role, personId: 'absent' })) },
  staff('stranger'),
  applicant,
];

/** Something tried: an action by somebody, or a timer; `days` go by before. */
type Try = { readonly days: number } & ({ readonly command: Command } | { readonly timer: string | null });

const tries = fc.array(
  fc.oneof(
    fc.record({
      days: fc.nat(4),
      command: fc.record<Command>({
        action: fc.constantFrom('go', 'go', 'go', 'back', 'ask', 'resubmit', 'withdraw'),
        actor: fc.constantFrom(...people),
        reason: fc.constantFrom('', '確かめ直すため'),
        publicReason: fc.constantFrom('', '確かめ直します。'),
        targets: fc.constantFrom([], [{ path: '/store/name', comment: '許可証と違います。' }]),
      }),
    }),
    fc.record({ days: fc.nat(20), timer: fc.constantFrom(null, null, 't0', 't1', 'remind', 'expire') }),
  ),
  { maxLength: 25 },
);

/** One application, lived through; each step is held to what must hold of every step. */
class Life {
  state: WorkflowState;
  now = friday;
  readonly history: HistoryEntry[];

  constructor(readonly procedure: Procedure) {
    const arrived = startWorkflow(procedure, application, friday, applicant);
    this.state = arrived.state;
    this.history = [...arrived.history];
    this.holds();
  }

  try(attempt: Try): void {
    this.now = new Date(Date.parse(this.now) + attempt.days * 86_400_000).toISOString();
    const before = structuredClone(this.state);
    const result = 'command' in attempt ? this.take(attempt.command) : this.fire(attempt.timer);
    expect(this.state).toEqual(before);
    if (!result?.ok) return;
    expect(result.history[0]?.from).toBe(this.state.stage);
    this.state = result.state;
    this.history.push(...result.history);
    this.holds();
  }

  private take(command: Command): Advance | Refusal {
    const { procedure, state, now } = this;
    const offered = availableActions(procedure, state, command.actor, application, now);
    const result = advance(procedure, state, command, application, now);
    if (!result.ok) return result;
    const stage = procedure.workflow.stages.get(state.stage);
    expect(offered).toContainEqual({ action: stage?.actions.get(command.action) });
    const { actor } = command;
    const [line] = result.history;
    if (actor.kind === 'applicant') expect(line?.role).toBe(null);
    else if (line?.onBehalfOf === null) expect(actor.roles).toContain(line.role);
    else expect(actor.standsInFor).toContainEqual({ role: line?.role, personId: line?.onBehalfOf });
    return result;
  }

  /** The timer named, or the one whose turn it is. */
  private fire(name: string | null): Advance | Refusal | null {
    const { procedure, state, now } = this;
    const next = nextTimer(procedure, state, application);
    const timer = name ?? next?.timer;
    if (timer === undefined) return null;
    const result = fireTimer(procedure, state, timer, application, now);
    expect(result.ok).toBe(next !== null && timer === next.timer && Date.parse(next.at) <= Date.parse(now));
    if (result.ok && result.state.stage === state.stage && result.state.enteredAt === state.enteredAt) {
      expect(fireTimer(procedure, result.state, timer, application, now).ok).toBe(false);
    }
    return result;
  }

  private holds(): void {
    const { state, history, procedure } = this;
    const stage = procedure.workflow.stages.get(state.stage);
    expect(stage).toBeDefined();
    expect(stage?.kind).not.toBe('check');
    expect(history.at(-1)?.to).toBe(state.stage);
    expect(state.correction === null).toBe(stage?.kind !== 'correction');
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const voices = state.approvals.flatMap(({ by, onBehalfOf }) =>
      onBehalfOf === null ? [by] : [by, onBehalfOf],
    );
    expect(new Set(voices).size).toBe(voices.length);
    expect(new Set(state.approvals.map(({ step }) => step)).size).toBe(state.approvals.length);
    expect(new Set(state.timersFired).size).toBe(state.timersFired.length);
    for (const timer of state.timersFired) expect(stage?.timers.has(timer)).toBe(true);
    this.clockAddsUp();
  }

  private clockAddsUp(): void {
    const { now, procedure, history, state } = this;
    const ended = procedure.workflow.stages.get(state.stage)?.kind === 'final';
    const until = ended ? (history.at(-1)?.at ?? now) : now;
    const { used, stopped } = clockLedger(history, procedure.workflow.stages, now);
    expect(used + stopped).toBe(workingDaysBetween(civilDateInJapan(friday), civilDateInJapan(until)));
    const clock = processingClock(procedure, history, state, now);
    expect(clock.used).toBe(used);
    expect(clock.limitOn === null).toBe(ended);
    expect(clock.forecastOn === null).toBe(ended);
  }
}

it('keeps every promise in whatever workflow, whatever is tried, whenever the clock calls', () => {
  fc.assert(
    fc.property(randomWorkflow, tries, (source, tried) => {
      const life = new Life(compiled(source));
      for (const attempt of tried) life.try(attempt);
    }),
    { numRuns: 150 },
  );
});

it('has no dead end: from wherever it came to be, people who are awaited bring it to its end', () => {
  fc.assert(
    fc.property(randomWorkflow, tries, (source, tried) => {
      const life = new Life(compiled(source));
      for (const attempt of tried) life.try(attempt);
      // A fresh person for every step, so that neither four-eyes nor a former yes stands in the way.
      for (let step = 0; step < 40; step++) {
        const stage = life.procedure.workflow.stages.get(life.state.stage);
        if (stage?.kind === 'final') return;
        if (stage?.kind === 'correction') {
          life.try({ days: 0, command: { action: 'resubmit', actor: applicant } });
          continue;
        }
        const [role = ''] = awaitedRoles(life.procedure, life.state, application, life.now);
        const before = life.history.length;
        life.try({ days: 0, command: { action: 'go', actor: staff(`fresh-${step}`, role) } });
        expect(life.history.length).toBeGreaterThan(before);
      }
      throw new Error('never ended');
    }),
    { numRuns: 100 },
  );
});
