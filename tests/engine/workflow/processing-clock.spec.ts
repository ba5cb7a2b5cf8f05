import { describe, expect, it } from '@jest/globals';
import type { ClockRule, Procedure } from '../../../src/engine/procedure/procedure.js';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { processingClock } from '../../../src/engine/workflow/processing-clock.js';
import type { HistoryEntry, WorkflowState } from '../../../src/engine/workflow/review-state.js';
import type { Changes } from './circuit.js';
import { circuit } from './circuit.js';
import { applicant, application, mori, sato, smallProcedure } from './small-procedure.js';
import { askName, friday, pass } from './taking.js';

/** An application and what became of it. */
interface Course {
  readonly procedure: Procedure;
  readonly state: WorkflowState;
  readonly history: readonly HistoryEntry[];
}

function procedureOf(days: number, clock?: ClockRule, changes: Changes = {}): Procedure {
  const procedure = circuit(changes);
  const { info } = smallProcedure;
  return { ...procedure, info: { ...info, standardProcessingDays: days, clock: clock ?? info.clock } };
}

const begin = (procedure: Procedure, at = friday): Course => {
  const { state, history } = startWorkflow(procedure, application, at, applicant);
  return { procedure, state, history };
};

function after(
  { procedure, state, history }: Course,
  day: string,
  command: Parameters<typeof advance>[2],
): Course {
  const result = advance(procedure, state, command, application, `${day}T10:00:00+09:00`);
  if (!result.ok) throw new Error(result.code);
  return { procedure, state: result.state, history: [...history, ...result.history] };
}

const clockOf = ({ procedure, state, history }: Course, day: string, typical = {}) =>
  processingClock(procedure, history, state, `${day}T18:00:00+09:00`, typical);

const resubmit = { action: 'resubmit', actor: applicant };
const approve = { action: 'approve', actor: mori };

describe('the processing clock', () => {
  it('counts working days from the day after the arrival up to the limit', () => {
    expect(clockOf(begin(procedureOf(15)), '2021-11-09')).toMatchObject({
      used: 2,
      limit: 15,
      extended: 0,
      running: true,
      limitOn: '2021-11-29',
      forecastOn: '2021-11-19',
      outlook: 'in-time',
    });
  });

  it('stands still in a correction, which moves the limit', () => {
    const asked = after(begin(procedureOf(15)), '2021-11-09', askName);
    expect(clockOf(asked, '2021-11-11')).toMatchObject({
      used: 2,
      stopped: 2,
      running: false,
      limitOn: '2021-12-01',
    });
    const answered = after(asked, '2021-11-12', resubmit);
    expect(clockOf(answered, '2021-11-15')).toMatchObject({
      used: 3,
      stopped: 3,
      running: true,
      limitOn: '2021-12-02',
    });
  });

  it('ends with the decision', () => {
    const course = after(after(begin(procedureOf(15)), '2021-11-09', pass), '2021-11-10', approve);
    expect(clockOf(course, '2022-03-01')).toMatchObject({
      used: 3,
      running: false,
      limitOn: null,
      forecastOn: null,
      outlook: 'in-time',
    });
  });

  it('says the day on which the limit fell, once it has', () => {
    const late = begin(procedureOf(3));
    expect(clockOf(late, '2021-11-15')).toMatchObject({ used: 6, limitOn: '2021-11-10', outlook: 'late' });
  });

  it('keeps a passed limit where it was, whatever stops afterwards', () => {
    const asked = after(begin(procedureOf(3)), '2021-11-15', askName);
    expect(clockOf(asked, '2021-11-17')).toMatchObject({ used: 6, stopped: 2, limitOn: '2021-11-10' });
  });
});

describe('a request for disclosure: fifteen calendar days, the day of the request counted', () => {
  const fifteen = procedureOf(15, { days: 'calendar', count: 'inclusive' });

  it('ends on the fifteenth day', () => {
    expect(clockOf(begin(fifteen), '2021-11-05')).toMatchObject({ used: 1, limitOn: '2021-11-19' });
    expect(clockOf(begin(fifteen), '2021-11-19')).toMatchObject({
      used: 15,
      limitOn: '2021-11-19',
      outlook: 'in-time',
    });
    expect(clockOf(begin(fifteen), '2021-11-20')).toMatchObject({ used: 16, outlook: 'late' });
  });

  it('does not count the days of a correction', () => {
    const answered = after(after(begin(fifteen), '2021-11-08', askName), '2021-11-12', resubmit);
    expect(clockOf(answered, '2021-11-13')).toMatchObject({ used: 5, stopped: 4, limitOn: '2021-11-23' });
  });

  it('counts the day of arrival in working days only if the office is open', () => {
    const working = procedureOf(10, { days: 'working', count: 'inclusive' });
    expect(clockOf(begin(working, '2021-11-06T10:00:00+09:00'), '2021-11-08').used).toBe(1);
    expect(clockOf(begin(working), '2021-11-08').used).toBe(2);
  });
});

describe('an extension', () => {
  const extend = {
    title: '決定の期限を延長する',
    requires: { publicReason: true },
    extends: { days: 30 },
    routes: [{ to: 'first_review' }],
  };
  const command = {
    action: 'extend',
    actor: sato,
    publicReason: '対象の文書が多く、期限までに確かめられないためです。',
  };

  it('adds its days to the limit and leaves the stay as it is', () => {
    const procedure = procedureOf(
      15,
      { days: 'calendar', count: 'inclusive' },
      { 'stages.first_review.actions.extend': extend },
    );
    const course = after(begin(procedure), '2021-11-10', command);
    expect(course.state).toMatchObject({ stage: 'first_review', enteredAt: friday, extendedDays: 30 });
    expect(clockOf(course, '2021-11-22')).toMatchObject({
      limit: 45,
      extended: 30,
      limitOn: '2021-12-19',
      outlook: 'in-time',
    });
  });
});

describe('the forecast', () => {
  const dueAtDecision = { 'stages.decision.dueWorkingDays': 5 };

  it('adds what is left of this stage and the due times of the usual way', () => {
    const course = begin(procedureOf(15, undefined, dueAtDecision));
    expect(clockOf(course, '2021-11-09')).toMatchObject({ forecastOn: '2021-11-29', outlook: 'in-time' });
  });

  it('sees that the limit will be missed while there is still time', () => {
    const course = begin(procedureOf(12, undefined, dueAtDecision));
    expect(clockOf(course, '2021-11-09')).toMatchObject({
      used: 2,
      limitOn: '2021-11-24',
      forecastOn: '2021-11-29',
      outlook: 'at-risk',
    });
  });

  it('takes measured times before those of the file', () => {
    const course = begin(procedureOf(12, undefined, dueAtDecision));
    expect(clockOf(course, '2021-11-09', { first_review: 4, decision: 1 })).toMatchObject({
      forecastOn: '2021-11-12',
      outlook: 'in-time',
    });
  });

  it('expects a stage that is overdue to be left today', () => {
    const course = begin(procedureOf(30, undefined, dueAtDecision));
    expect(clockOf(course, '2021-11-24').forecastOn).toBe('2021-12-01');
  });

  it('goes from a correction back to where it was asked, and does not count its days', () => {
    const course = after(begin(procedureOf(17, undefined, dueAtDecision)), '2021-11-09', askName);
    expect(clockOf(course, '2021-11-09')).toMatchObject({ forecastOn: '2021-12-08', outlook: 'in-time' });
  });
});
